package org.rapidsms.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The server under test, called over HTTP. */
final class Server {

    static final String ADMINISTRATOR = "admin";
    static final String PASSWORD = "for integration tests";

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final HttpClient CLIENT =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();

    private Server() {}

    /** Lets no test begin before RapidSMS is deployed. */
    static class Answers implements BeforeAllCallback {

        @Override
        public void beforeAll(ExtensionContext context) {
            // A port that nobody hears yet throws, and a server without the EAR says 503.
            Awaitility.await("RapidSMS answers at " + address("/"))
                    .atMost(Duration.ofSeconds(120))
                    .ignoreExceptions()
                    .until(() -> get("/").status() < 500);
        }
    }

    /**
     * Somebody with the same password who is no administrator; the stranger's app makes them, once.
     */
    static String clerk() {
        post("/backend/http-eager/", "identity", "15570101", "text", "hire clerk");
        return "clerk";
    }

    static URI address(String path) {
        return URI.create("http://127.0.0.1:" + Ports.HTTP.number() + path);
    }

    static Answer get(String path) {
        return call(HttpRequest.newBuilder(address(path)).GET());
    }

    static Answer get(String path, String header, String value) {
        return call(HttpRequest.newBuilder(address(path)).header(header, value).GET());
    }

    /** Posts a form; names and values alternate, and are escaped here. */
    static Answer post(String path, String... fields) {
        return post(Map.of(), path, fields);
    }

    /** Posts a form with more headers. */
    static Answer post(Map<String, String> headers, String path, String... fields) {
        var form = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            form.append(i == 0 ? "" : "&");
            form.append(escaped(fields[i])).append('=').append(escaped(fields[i + 1]));
        }
        var request =
                HttpRequest.newBuilder(address(path))
                        .header("Content-Type", FORM)
                        .POST(BodyPublishers.ofString(form.toString()));
        headers.forEach(request::header);
        return call(request);
    }

    /** Posts with a header of the caller's. */
    static Answer postWith(String header, String value, String path, String type, String body) {
        return call(
                HttpRequest.newBuilder(address(path))
                        .header("Content-Type", type)
                        .header(header, value)
                        .POST(BodyPublishers.ofString(body)));
    }

    /** Posts a form that is already escaped, rightly or wrongly. */
    static Answer postRaw(String path, String form) {
        return send("POST", path, FORM, BodyPublishers.ofString(form));
    }

    /** Posts without saying beforehand how much, in chunks. */
    static Answer postInChunks(String path, InputStream form) {
        return send("POST", path, FORM, BodyPublishers.ofInputStream(() -> form));
    }

    static Answer send(String method, String path, String type, BodyPublisher body) {
        return call(
                HttpRequest.newBuilder(address(path))
                        .header("Content-Type", type)
                        .method(method, body));
    }

    /** Gets a target that no URI class would let pass. */
    static Answer getRaw(String target) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), Ports.HTTP.number())) {
            socket.setSoTimeout(10_000);
            var request =
                    "GET %s HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"
                            .formatted(target);
            socket.getOutputStream().write(request.getBytes(UTF_8));
            var answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
            var headersAndBody = answer.split("\r\n\r\n", 2);
            return new Answer(Integer.parseInt(answer.split(" ")[1]), Map.of(), headersAndBody[1]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String escaped(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    private static Answer call(HttpRequest.Builder request) {
        try {
            var timely = request.timeout(Duration.ofSeconds(60)).build();
            return Answer.of(CLIENT.send(timely, BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
