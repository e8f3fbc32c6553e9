package org.rapidsms.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody who looks at pages with the simplest of browsers: cookies and forms, no scripts. */
final class Visitor {

    private static final Pattern HIDDEN =
            Pattern.compile(
                    "<input[^>]*type=\"hidden\"[^>]*name=\"([^\"]*)\"[^>]*value=\"([^\"]*)\"");

    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
                    .build();
    private final List<String> headers = new ArrayList<>();

    /** Somebody whom nobody knows. */
    static Visitor anonymous() {
        return new Visitor();
    }

    static Visitor loggedIn(String username, String password) {
        var visitor = new Visitor();
        var fields = visitor.hiddenFields("/accounts/login/");
        fields.put("username", username);
        fields.put("password", password);
        fields.put("submit", "");
        var answer = visitor.post("/accounts/login/", fields);
        if (answer.status() != 302) {
            throw new IllegalStateException(username + " was not let in: " + answer.body());
        }
        return visitor;
    }

    /** From now on all requests have this header. */
    Visitor with(String header, String value) {
        headers.addAll(List.of(header, value));
        return this;
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    Answer send(String method, String path) {
        return send(request(path).method(method, BodyPublishers.noBody()));
    }

    Answer post(String path, Map<String, String> fields) {
        return send(form(path, fields));
    }

    /** As a script of PrimeFaces posts. */
    Answer ajax(String path, Map<String, String> fields) {
        return send(
                form(path, fields)
                        .header("Faces-Request", "partial/ajax")
                        .header("X-Requested-With", "XMLHttpRequest"));
    }

    private HttpRequest.Builder form(String path, Map<String, String> fields) {
        var form =
                fields.entrySet().stream()
                        .map(f -> Server.escaped(f.getKey()) + "=" + Server.escaped(f.getValue()))
                        .collect(Collectors.joining("&"));
        return request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
    }

    /** What the forms of a page carry, by name; the first of each. */
    Map<String, String> hiddenFields(String path) {
        var fields = new LinkedHashMap<String, String>();
        var found = HIDDEN.matcher(get(path).body());
        while (found.find()) {
            fields.putIfAbsent(found.group(1), found.group(2));
        }
        return fields;
    }

    /** The first group of the first match in a page. */
    Optional<String> find(String path, String regex) {
        var found = Pattern.compile(regex).matcher(get(path).body());
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(Server.address(path)).timeout(Duration.ofSeconds(30));
        for (int i = 0; i < headers.size(); i += 2) {
            request.header(headers.get(i), headers.get(i + 1));
        }
        return request;
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            return Answer.of(client.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
