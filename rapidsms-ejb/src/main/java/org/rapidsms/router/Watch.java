package org.rapidsms.router;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.rapidsms.backend.Holds.Hold;

/**
 * Finds out whether whoever holds a backend has died: it said nothing for a whole lease, though one
 * could have heard it. So no two clocks need agree, and a database that was away makes nobody die.
 */
final class Watch {

    private final Duration lease;
    private final LongSupplier nanos;
    private Hold seen;
    private long since;

    /**
     * @param nanos a clock that only goes forward
     */
    Watch(Duration lease, LongSupplier nanos) {
        this.lease = lease;
        this.nanos = nanos;
    }

    /** Whether nobody holds it any more, now that it is found so. */
    boolean isFree(Hold found) {
        if (found.equals(Hold.NOBODYS)) {
            return true;
        }
        if (!found.equals(seen)) {
            seen = found;
            since = nanos.getAsLong();
        }
        return nanos.getAsLong() - since >= lease.toNanos();
    }

    /** One could not have heard the holder: begins anew. */
    void isDeaf() {
        seen = null;
    }
}
