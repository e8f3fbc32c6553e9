package org.rapidsms.it;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A gateway that takes all, and counts how often each phone was sent something. */
final class Ledger extends LocalGateway {

    private static final String PATH = "/ledger";

    /** Longer than anybody waits for an answer. */
    private static final int STALLED = 60;

    private final AtomicLong texts = new AtomicLong();
    private final Map<String, AtomicInteger> byPhone = new ConcurrentHashMap<>();
    private final Queue<String> unanswered = new ConcurrentLinkedQueue<>();
    private volatile CountDownLatch stalled = new CountDownLatch(0);

    Ledger() {
        serve(PATH, this::take);
    }

    String address() {
        return address(PATH);
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

    /** Takes what it is sent from now on, as ever, but does not say so. */
    void stall() {
        stalled = new CountDownLatch(1);
    }

    /** Answers again, also what it has not answered yet. */
    void goOn() {
        stalled.countDown();
    }

    /** The phones whose texts it has taken and not said so. */
    List<String> unanswered() {
        return List.copyOf(unanswered);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var phone =
                    exchange.getRequestURI().getRawQuery().replaceFirst("^.*\\bto=(\\d+).*$", "$1");
            byPhone.computeIfAbsent(phone, p -> new AtomicInteger()).incrementAndGet();
            texts.incrementAndGet();
            unanswered.add(phone);
            await(stalled, STALLED);
            unanswered.remove(phone);
            exchange.sendResponseHeaders(200, -1);
        }
    }
}
