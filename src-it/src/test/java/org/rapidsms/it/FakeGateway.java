package org.rapidsms.it;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;

/** A gateway that takes every text by HTTP, writes it down as it came, and answers as told. */
final class FakeGateway extends LocalGateway {

    /** Less than we wait for an answer. */
    private static final int SECONDS = 8;

    /** The gateway of the backend {@code http}. */
    static final FakeGateway QUEUED = new FakeGateway("/send");

    /** The gateway of the backend {@code http-eager}. */
    static final FakeGateway EAGER = new FakeGateway("/send-eagerly");

    /**
     * A request as it came.
     *
     * @param query undecoded
     */
    record Request(String method, String query, byte[] body) {

        String parameter(String name) {
            return parameters().get(name);
        }

        private Map<String, String> parameters() {
            return Arrays.stream(query.split("&"))
                    .map(pair -> pair.split("=", 2))
                    .collect(
                            Collectors.toMap(
                                    pair -> pair[0],
                                    pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
        }
    }

    /** What the gateway says to each request from now on. */
    record Reply(int status, String body) {

        static final Reply TAKEN = new Reply(200, "taken");
        static final Reply SILENCE = new Reply(0, "");
    }

    private final String path;
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private volatile Reply reply = Reply.TAKEN;
    private volatile CountDownLatch held = new CountDownLatch(0);

    private FakeGateway(String path) {
        this.path = path;
        serve(path, this::take);
    }

    String address() {
        return address(path);
    }

    void answer(int status, String body) {
        reply = new Reply(status, body);
    }

    /** Takes what it is sent from now on and hangs up without a word. */
    void hangUp() {
        reply = Reply.SILENCE;
    }

    /** Thinks about what it is sent from now on, for some seconds or until it takes again. */
    void hesitate() {
        held = new CountDownLatch(1);
    }

    void takeAgain() {
        reply = Reply.TAKEN;
        held.countDown();
    }

    /** Nothing was sent yet, and all is taken. */
    static void forgetAll() {
        for (var gateway : List.of(QUEUED, EAGER)) {
            gateway.takeAgain();
            gateway.requests.clear();
        }
    }

    /** The texts that one phone was sent, in the order in which they came. */
    List<String> textsTo(String identity) {
        return requests.stream()
                .filter(request -> identity.equals(request.parameter("to")))
                .map(request -> request.parameter("text"))
                .toList();
    }

    private void take(HttpExchange exchange) throws IOException {
        requests.add(
                new Request(
                        exchange.getRequestMethod(),
                        exchange.getRequestURI().getRawQuery(),
                        exchange.getRequestBody().readAllBytes()));
        await(held, SECONDS);
        if (reply == Reply.SILENCE) {
            exchange.close();
            return;
        }
        var body = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
        try (var output = exchange.getResponseBody()) {
            output.write(body);
        }
    }
}
