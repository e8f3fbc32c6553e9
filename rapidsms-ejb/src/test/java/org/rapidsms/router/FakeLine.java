package org.rapidsms.router;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.rapidsms.backend.ConnectedBackend;
import org.rapidsms.backend.Outcome;
import org.rapidsms.backend.OutgoingSms;
import org.rapidsms.backend.Receiver;

/** A gateway of which a test says what happens on its connection, one thing after the other. */
final class FakeLine implements ConnectedBackend {

    private final BlockingQueue<Happening> happenings = new LinkedBlockingQueue<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger ends = new AtomicInteger();

    /** Something that happens on a connection, in its thread. */
    @FunctionalInterface
    interface Happening {
        void with(Receiver receiver) throws InterruptedException;
    }

    void happens(Happening next) {
        happenings.add(next);
    }

    /** How often it was connected, or tried to be. */
    int connections() {
        return connections.get();
    }

    /** How many connections are there now. */
    int open() {
        return connections.get() - ends.get();
    }

    @Override
    public void connect(Receiver receiver) throws InterruptedException {
        connections.incrementAndGet();
        try {
            while (true) {
                happenings.take().with(receiver);
            }
        } finally {
            ends.incrementAndGet();
        }
    }

    @Override
    public List<Outcome> send(OutgoingSms sms) {
        return Outcome.allSent(sms);
    }
}
