package org.rapidsms.router;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A part of the inbox, in which one thread of this node works at a time: all messages of one phone
 * are in one lane, and follow one another there.
 */
public final class Lane {

    /** How many there are, in the database too. */
    public static final int COUNT = 16;

    /** Longer than a transaction may last: who works longer is lost in an app that does not end. */
    static final Duration LOST = Duration.ofSeconds(90);

    private static final long FREE = 0;

    private final int number;
    private final long lost;
    private final AtomicLong since = new AtomicLong(FREE);
    private final AtomicBoolean called = new AtomicBoolean();

    /**
     * The lane of this number.
     *
     * @param lost after how long whoever is in it is thought to be lost
     */
    Lane(int number, Duration lost) {
        this.number = number;
        this.lost = lost.toNanos();
    }

    /** The lane of a phone. */
    static int of(long connection) {
        return (int) Math.floorMod(connection, (long) COUNT);
    }

    int number() {
        return number;
    }

    /** Says that there is work. */
    void call() {
        called.set(true);
    }

    boolean isTaken() {
        return since.get() != FREE;
    }

    /**
     * Enters it if there is work and nobody else is in it.
     *
     * @return what to {@link #leave} it with; 0 if there is nothing to do
     */
    long enter() {
        long now = Math.max(System.nanoTime(), FREE + 1);
        long before = since.get();
        boolean open = before == FREE || now - before > lost;
        if (!called.get() || !open || !since.compareAndSet(before, now)) {
            return FREE;
        }
        called.set(false);
        return now;
    }

    /** Leaves it; does nothing if whoever entered it was thought to be lost. */
    void leave(long entered) {
        since.compareAndSet(entered, FREE);
    }
}
