package org.rapidsms.router;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.rapidsms.backend.Holds.Hold;

/** When whoever holds a backend is given up: by one's own clock alone. */
class WatchTest {

    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Hold HOLD = new Hold("a", Instant.EPOCH);

    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 5);
    private final Watch watch = new Watch(LEASE, clock::get);

    private void pass(Duration time) {
        clock.addAndGet(time.toNanos());
    }

    @Test
    void whatNobodyHoldsIsFree() {
        assertThat(watch.isFree(Hold.NOBODYS)).isTrue();
    }

    @Test
    void aHolderThatSaysNothingForALeaseHasDied() {
        assertThat(watch.isFree(HOLD)).as("however old its time").isFalse();
        pass(LEASE.minusMillis(1));
        assertThat(watch.isFree(HOLD)).isFalse();
        pass(Duration.ofMillis(1));
        assertThat(watch.isFree(HOLD)).isTrue();
    }

    @Test
    void aHolderThatSaysSomethingLives() {
        watch.isFree(HOLD);
        pass(LEASE);
        assertThat(watch.isFree(new Hold("a", Instant.EPOCH.minusSeconds(9)))).isFalse();
    }

    @Test
    void anotherHolderLivesAsLongAsTheFirst() {
        watch.isFree(HOLD);
        pass(LEASE);
        assertThat(watch.isFree(new Hold("b", Instant.EPOCH))).isFalse();
    }

    @Test
    void nobodyDiesWhileOneIsDeaf() {
        watch.isFree(HOLD);
        pass(LEASE);
        watch.isDeaf();
        assertThat(watch.isFree(HOLD)).isFalse();
        pass(LEASE);
        assertThat(watch.isFree(HOLD)).isTrue();
    }
}
