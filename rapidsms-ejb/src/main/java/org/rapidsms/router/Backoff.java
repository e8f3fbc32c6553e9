package org.rapidsms.router;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.rapidsms.backend.SendException;

/** How long to wait before a gateway is asked for a connection once more: longer each time. */
final class Backoff {

    /** After so long a connection was a good one. */
    private static final Duration A_WHILE = Duration.ofMinutes(1);

    private static final int DOUBLED_AT_MOST = 10;

    private final Pace pace;
    private int failures;

    /**
     * How long to wait at first and at most.
     *
     * @param first for a gateway that is not there
     * @param alarm for a gateway that refuses us: it may lock an account that tries too often
     */
    record Pace(Duration first, Duration most, Duration alarm, Duration mostAlarm) {

        static final Pace USUAL =
                new Pace(
                        Duration.ofSeconds(5),
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(2),
                        Duration.ofMinutes(30));
    }

    Backoff(Pace pace) {
        this.pace = pace;
    }

    /** A connection has ended that lasted so long. */
    void lasted(Duration time) {
        if (time.compareTo(A_WHILE) >= 0) {
            failures = 0;
        }
    }

    /** How long to wait after this, which counts as one failure more. */
    Duration after(SendException why) {
        var wait =
                switch (why.failure()) {
                    case MISCONFIGURED, NO_CREDIT -> growing(pace.alarm(), pace.mostAlarm());
                    default -> growing(pace.first(), pace.most());
                };
        failures++;
        return why.retryAfter().filter(asked -> asked.compareTo(wait) > 0).orElse(wait);
    }

    /** Not all nodes and backends at once, lest they fall upon the gateway together. */
    private Duration growing(Duration first, Duration most) {
        long wait =
                Math.min(most.toMillis(), first.toMillis() << Math.min(failures, DOUBLED_AT_MOST));
        return Duration.ofMillis(
                wait + ThreadLocalRandom.current().nextLong(Math.max(1, wait / 4)));
    }
}
