package org.rapidsms.backend.irc;

import java.time.Duration;
import java.util.function.LongSupplier;

/** How fast lines may be written: some at once, then one after each pause. */
final class Flood {

    private final int burst;
    private final long pace;
    private final LongSupplier nanos;

    /** When all that was written has been forgiven. */
    private long forgiven;

    /**
     * @param nanos a clock that only goes forward
     */
    Flood(int burst, Duration pace, LongSupplier nanos) {
        this.burst = burst;
        this.pace = pace.toNanos();
        this.nanos = nanos;
        this.forgiven = nanos.getAsLong();
    }

    /** How long it takes until so many lines more may have been written. */
    Duration until(int lines) {
        long owed = Math.max(0, forgiven - nanos.getAsLong());
        return Duration.ofNanos(Math.max(0, owed + (lines - burst) * pace));
    }

    /** How long that many lines take at least, whenever it is. */
    Duration atLeast(int lines) {
        return Duration.ofNanos(Math.max(0, (lines - burst) * pace));
    }

    /** A line is written. */
    void line() {
        forgiven = Math.max(forgiven, nanos.getAsLong()) + pace;
    }
}
