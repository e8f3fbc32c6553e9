package org.rapidsms.backend.irc;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.rapidsms.backend.SendException;
import org.rapidsms.backend.SendFailure;

/**
 * Says texts, one at a time and no faster than a server likes, and finds out whether it took them:
 * what it refuses it says before it answers the {@code PING} that follows.
 */
final class Mouth {

    /** Each says that a text went nowhere: no such nick or channel, no right to speak there. */
    private static final Set<String> REFUSALS =
            Set.of(
                    "401", "403", "404", "407", "413", "414", "415", "477", "486", "489", "531",
                    "716");

    private static final Duration BUSY = Duration.ofSeconds(5);

    private final IrcWire wire;
    private final Duration timeout;
    private final Flood flood;
    private final Echo echo = new Echo();
    private final ReentrantLock turn = new ReentrantLock();
    private volatile String target = "";
    private volatile String refusal;

    Mouth(IrcWire wire, IrcConfig config) {
        this.wire = wire;
        this.timeout = config.timeout();
        this.flood = new Flood(config.burst(), config.pace(), System::nanoTime);
    }

    /** Asks the server for a sign of life. */
    int ping() {
        return echo.call(() -> wire.write("PING :rapidsms"));
    }

    /** The server has answered. */
    void pong() {
        echo.answered();
    }

    /** The server says no more. */
    void end() {
        echo.end();
    }

    /**
     * The server says what is wrong.
     *
     * @return whether it is with what is being said
     */
    boolean refused(IrcMessage why) {
        boolean isMeant =
                REFUSALS.contains(why.command()) && why.parameter(1).equalsIgnoreCase(target);
        if (isMeant) {
            refusal = why.command() + " " + why.text();
        }
        return isMeant;
    }

    /**
     * Says lines to somebody.
     *
     * @throws SendException if the server did not take them, or nobody knows whether it did
     */
    void say(String to, List<String> lines) {
        long end = System.nanoTime() + timeout.toNanos();
        if (flood.atLeast(lines.size()).compareTo(timeout) > 0) {
            throw new SendException(
                    SendFailure.REJECTED, lines.size() + " lines are too many at once");
        }
        try {
            if (!turn.tryLock(timeout.toNanos(), TimeUnit.NANOSECONDS)) {
                throw slower(BUSY);
            }
            try {
                say(to, lines, end);
            } finally {
                target = "";
                turn.unlock();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unknown("interrupted");
        }
    }

    private void say(String to, List<String> lines, long end) throws InterruptedException {
        var wait = flood.until(lines.size());
        if (wait.compareTo(left(end)) > 0) {
            throw slower(wait);
        }
        target = to;
        refusal = null;
        wire.write(line(to, paced(lines.get(0))));
        try {
            for (var line : lines.subList(1, lines.size())) {
                wire.write(line(to, paced(line)));
            }
            if (!echo.await(ping(), left(end))) {
                throw unknown("the server did not say whether it took it");
            }
        } catch (SendException e) {
            // The first line may be out.
            throw unknown(e.getMessage());
        }
        if (refusal != null) {
            throw new SendException(SendFailure.REJECTED, refusal);
        }
    }

    private String paced(String line) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(flood.until(1).toNanos());
        flood.line();
        return line;
    }

    private static String line(String to, String text) {
        return "PRIVMSG " + to + " :" + text;
    }

    private static Duration left(long end) {
        return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
    }

    private static SendException slower(Duration wait) {
        return new SendException(
                SendFailure.THROTTLED, "more lines than the server likes", Optional.of(wait));
    }

    private static SendException unknown(String why) {
        return new SendException(SendFailure.UNKNOWN, why);
    }
}
