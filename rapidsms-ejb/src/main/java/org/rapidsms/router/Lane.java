package org.rapidsms.router;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/**
 * A part of the inbox, in which one thread of this node works at a time: all messages of one phone
 * are in one lane, and follow one another there.
 */
public final class Lane {

    /** How many there are, in the database too. */
    public static final int COUNT = 16;

    /** Longer than a transaction may last: who works longer is lost in an app that does not end. */
    private static final Duration LOST = Duration.ofSeconds(90);

    private static final long FREE = 0;

    private final AtomicLong since = new AtomicLong(FREE);
    private final AtomicBoolean called = new AtomicBoolean();
    private final long lost;

    Lane() {
        this(LOST);
    }

    /**
     * One from which whoever is in it is thought to be lost.
     *
     * @param after how long
     */
    Lane(Duration after) {
        lost = after.toNanos();
    }

    /** The lane of a phone. */
    public static int of(long connection) {
        return (int) Math.floorMod(connection, (long) COUNT);
    }

    /**
     * Says that there is work.
     *
     * @return whether somebody is in it, who will see to it
     */
    public boolean call() {
        called.set(true);
        // Asked afterwards: whoever leaves in between has seen the call, or is not in it any more.
        return since.get() != FREE;
    }

    /**
     * Does work until there is no more. If somebody else is at it, he looks once more before he
     * leaves.
     *
     * @param step does some of the work; false if there was none
     */
    public void work(BooleanSupplier step) {
        called.set(true);
        while (called.get()) {
            long began = enter();
            if (began == FREE) {
                return;
            }
            try {
                called.set(false);
                if (step.getAsBoolean()) {
                    called.set(true);
                }
            } finally {
                since.compareAndSet(began, FREE);
            }
        }
    }

    /** {@link #FREE} if somebody else is in it. */
    private long enter() {
        long now = Math.max(System.nanoTime(), FREE + 1);
        long before = since.get();
        boolean open = before == FREE || now - before > lost;
        return open && since.compareAndSet(before, now) ? now : FREE;
    }
}
