package org.rapidsms.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Pattern;

/** Somebody who is logged in, without a browser. */
final class Session {

    private static final Pattern VIEW =
            Pattern.compile("name=\"jakarta.faces.ViewState\"[^>]* value=\"([^\"]+)\"");

    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .cookieHandler(new CookieManager())
                    .build();

    private Session() {}

    static Session logIn() {
        var session = new Session();
        var view = VIEW.matcher(session.get("/accounts/login/").body());
        assertThat(view.find()).isTrue();
        var form =
                "login=login&submit=submit&username=%s&password=%s&jakarta.faces.ViewState=%s"
                        .formatted(
                                Server.ADMINISTRATOR,
                                Server.escaped(Server.PASSWORD),
                                Server.escaped(view.group(1)));
        var answer =
                session.call(
                        HttpRequest.newBuilder(Server.address("/accounts/login/"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(form, UTF_8)));
        assertThat(answer.status()).as("log-in").isEqualTo(302);
        return session;
    }

    Answer get(String path) {
        return call(HttpRequest.newBuilder(Server.address(path)).GET());
    }

    private Answer call(HttpRequest.Builder request) {
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
