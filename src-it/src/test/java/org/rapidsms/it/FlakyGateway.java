package org.rapidsms.it;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A gateway in trouble. It writes down only what it has taken. */
final class FlakyGateway extends LocalGateway {

    /** Longer than anybody waits for an answer. */
    private static final int SECONDS = 20;

    private static final long FOR_EVER = Long.MAX_VALUE / 2;

    /** The gateway of the backend {@code flaky}. */
    static final FlakyGateway GATEWAY = new FlakyGateway();

    /** How it does. */
    enum Mood {
        /** Answers 500. */
        FAILING,
        /** Answers 429 and wants to be left alone for five seconds. */
        THROTTLING,
        /** Answers nothing. */
        HANGING,
        /** Takes all. */
        WELL
    }

    private final Map<String, AtomicInteger> taken = new ConcurrentHashMap<>();
    private final Map<Mood, AtomicInteger> calls = new ConcurrentHashMap<>();
    private final CountDownLatch hanging = new CountDownLatch(1);
    private volatile Mood mood = Mood.WELL;
    private volatile long failingUntil;
    private volatile boolean refusing = true;

    private FlakyGateway() {
        serve("/flaky", this::answer);
        serve("/refusing", this::refuse);
    }

    String address() {
        return address("/flaky");
    }

    /** Where nobody is known, until {@link #admit}. */
    String refusing() {
        return address("/refusing");
    }

    void is(Mood next) {
        failingUntil = System.nanoTime() + FOR_EVER;
        mood = next;
    }

    /** It fails for so long, and then throttles. */
    void failsFor(Duration time) {
        failingUntil = System.nanoTime() + time.toNanos();
        mood = Mood.FAILING;
    }

    private Mood mood() {
        if (mood == Mood.FAILING && System.nanoTime() - failingUntil > 0) {
            mood = Mood.THROTTLING;
        }
        return mood;
    }

    /** How often it was called in this mood. */
    int calls(Mood in) {
        return calls.computeIfAbsent(in, m -> new AtomicInteger()).get();
    }

    /** How often it has taken each query. */
    Map<String, AtomicInteger> taken() {
        return taken;
    }

    /** Nothing has happened yet. */
    void forget() {
        is(Mood.WELL);
        refusing = true;
        taken.clear();
        calls.clear();
    }

    /** Whoever was refused is known from now on. */
    void admit() {
        refusing = false;
    }

    private void refuse(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(refusing ? 401 : 200, -1);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        var now = mood();
        var query = exchange.getRequestURI().getRawQuery();
        calls.computeIfAbsent(now, m -> new AtomicInteger()).incrementAndGet();
        try (exchange) {
            switch (now) {
                case FAILING -> exchange.sendResponseHeaders(500, -1);
                case THROTTLING -> {
                    exchange.getResponseHeaders().add("Retry-After", "5");
                    exchange.sendResponseHeaders(429, -1);
                }
                case HANGING -> await(hanging, SECONDS);
                case WELL -> {
                    taken.computeIfAbsent(query, q -> new AtomicInteger()).incrementAndGet();
                    exchange.sendResponseHeaders(200, -1);
                }
            }
        }
    }
}
