package org.rapidsms.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Vumi's relay: takes a text for one phone, as JSON. */
final class FakeRelay extends LocalGateway {

    /** The relay of the backend {@code vumi}. */
    static final FakeRelay VUMI = new FakeRelay();

    private final List<String> bodies = new CopyOnWriteArrayList<>();

    private FakeRelay() {
        serve("/send/", this::take);
    }

    String address() {
        return address("/send/");
    }

    /** What it was given, in order. */
    List<String> bodies() {
        return bodies;
    }

    private void take(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        var phone = body.replaceAll(".*\"to_addr\":\\[\"([^\"]*)\"].*", "$1");
        var answer = "[{\"message_id\":\"relay-1\",\"to_addr\":\"%s\"}]".formatted(phone);
        bodies.add(body);
        exchange.sendResponseHeaders(200, answer.length());
        try (var output = exchange.getResponseBody()) {
            output.write(answer.getBytes(UTF_8));
        }
    }
}
