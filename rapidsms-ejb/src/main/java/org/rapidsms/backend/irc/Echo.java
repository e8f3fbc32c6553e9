package org.rapidsms.backend.irc;

import java.time.Duration;

/**
 * Knows whether the server has done all that it was told: it answers each {@code PING}, in the
 * order in which it hears us.
 */
final class Echo {

    private int called;
    private int answered;
    private boolean ended;

    /** A call goes out; returns its number. Nobody else calls until it is out. */
    synchronized int call(Runnable out) {
        out.run();
        called++;
        return called;
    }

    synchronized void answered() {
        answered++;
        notifyAll();
    }

    /** No answer comes any more. */
    synchronized void end() {
        ended = true;
        notifyAll();
    }

    /**
     * Waits for an answer.
     *
     * @return whether it has come
     */
    synchronized boolean await(int call, Duration most) throws InterruptedException {
        long end = System.nanoTime() + most.toNanos();
        for (long left = most.toMillis(); answered < call && !ended && left > 0; ) {
            wait(left);
            left = (end - System.nanoTime()) / 1_000_000;
        }
        return answered >= call;
    }
}
