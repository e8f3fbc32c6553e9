package org.rapidsms.it;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A gateway that takes all, and counts how often each phone was sent something. */
final class Ledger implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicLong texts = new AtomicLong();
    private final Map<String, AtomicInteger> byPhone = new ConcurrentHashMap<>();

    Ledger() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/ledger", this::take);
        server.setExecutor(threads);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/ledger";
    }

    /** How often a phone was sent something. */
    int times(String phone) {
        var count = byPhone.get(phone);
        return count == null ? 0 : count.get();
    }

    /** How many phones were sent something. */
    int sent() {
        return byPhone.size();
    }

    /** How many texts were sent, to whomever. */
    long texts() {
        return texts.get();
    }

    /** How many texts were more than a phone should have got. */
    int doubled() {
        return byPhone.values().stream().mapToInt(count -> count.get() - 1).sum();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var phone = exchange.getRequestURI().getRawQuery().replaceFirst("^to=(\\d+)&.*$", "$1");
            byPhone.computeIfAbsent(phone, p -> new AtomicInteger()).incrementAndGet();
            texts.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
