package org.rapidsms.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;

/** A running server, as a user of its staff. */
final class Server {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(10))
                    .build();
    private final URI address;
    private final String authorization;

    Server(URI address, String username, String password) {
        var both = (username + ":" + password).getBytes(UTF_8);
        this.address = address;
        this.authorization = "Basic " + Base64.getEncoder().encodeToString(both);
    }

    Answer get(String path) {
        return call(request(path).GET());
    }

    /** Posts a form; names and values alternate. */
    Answer post(String path, String... fields) {
        var form = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            form.append(i == 0 ? "" : "&");
            form.append(escaped(fields[i])).append('=').append(escaped(fields[i + 1]));
        }
        return call(
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form.toString())));
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + "/command/" + path))
                .timeout(PATIENCE)
                .header("Authorization", authorization);
    }

    private Answer call(HttpRequest.Builder request) {
        try {
            return answer(client.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new Trouble(
                    Trouble.NO_SERVER,
                    ("There is no answer from %s (%s). Is the server running? Start it with \"mvn"
                                    + " -Prun\", or name another with --server.")
                            .formatted(address, e.getClass().getSimpleName()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble(Trouble.TOO_LATE, "Interrupted.");
        }
    }

    private Answer answer(HttpResponse<String> response) {
        var text = response.body().strip();
        int status = response.statusCode();
        if (status == 500) {
            throw new Trouble(
                    Trouble.REFUSED,
                    "The server failed. Its log says why; look there before you try again.");
        }
        if (response.headers().firstValue("RapidSMS-Command").isEmpty()) {
            throw new Trouble(Trouble.NO_SERVER, notRapidSms(status));
        }
        if (status == 200) {
            return new Answer(text, problems(response));
        }
        boolean isNotLoggedIn = status == 401 || status == 403;
        throw new Trouble(isNotLoggedIn ? Trouble.NOT_LOGGED_IN : Trouble.REFUSED, text);
    }

    private static int problems(HttpResponse<String> response) {
        return (int) response.headers().firstValueAsLong("RapidSMS-Problems").orElse(0);
    }

    private String notRapidSms(int status) {
        return ("%s answers with status %d, and not as RapidSMS does: it is not there, or not ready"
                        + " yet. Wait until it has started; if it does not, the server's log says"
                        + " which setting is wrong.")
                .formatted(address, status);
    }
}
