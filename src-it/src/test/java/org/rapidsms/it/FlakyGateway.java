package org.rapidsms.it;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A gateway in trouble. It writes down only what it has taken. */
final class FlakyGateway {

    /** The gateway of the backend {@code flaky}. */
    static final FlakyGateway GATEWAY = new FlakyGateway();

    /** How it does. */
    enum Mood {
        /** Answers 500. */
        FAILING,
        /** Answers 429 and wants to be left alone for two seconds. */
        THROTTLING,
        /** Answers nothing. */
        HANGING,
        /** Takes all. */
        WELL
    }

    private final HttpServer server;
    private final Map<String, AtomicInteger> taken = new ConcurrentHashMap<>();
    private final Map<Mood, AtomicInteger> calls = new ConcurrentHashMap<>();
    private final CountDownLatch hanging = new CountDownLatch(1);
    private volatile Mood mood = Mood.WELL;
    private volatile boolean refusing = true;

    private FlakyGateway() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/flaky", this::answer);
        server.createContext("/refusing", this::refuse);
        server.setExecutor(
                Executors.newCachedThreadPool(
                        work -> {
                            var thread = new Thread(work, "flaky-gateway");
                            thread.setDaemon(true);
                            return thread;
                        }));
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/flaky";
    }

    /** Where nobody is known, until {@link #admit}. */
    String refusing() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/refusing";
    }

    void is(Mood next) {
        mood = next;
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
        mood = Mood.WELL;
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
        var now = mood;
        var query = exchange.getRequestURI().getRawQuery();
        calls.computeIfAbsent(now, m -> new AtomicInteger()).incrementAndGet();
        try (exchange) {
            switch (now) {
                case FAILING -> exchange.sendResponseHeaders(500, -1);
                case THROTTLING -> {
                    exchange.getResponseHeaders().add("Retry-After", "2");
                    exchange.sendResponseHeaders(429, -1);
                }
                case HANGING -> hang();
                case WELL -> {
                    taken.computeIfAbsent(query, q -> new AtomicInteger()).incrementAndGet();
                    exchange.sendResponseHeaders(200, -1);
                }
            }
        }
    }

    /** Longer than anybody waits for it. */
    private void hang() {
        try {
            hanging.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
