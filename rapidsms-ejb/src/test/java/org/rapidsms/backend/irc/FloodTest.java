package org.rapidsms.backend.irc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** How fast lines may be written. */
class FloodTest {

    private static final Duration PACE = Duration.ofSeconds(2);

    private final AtomicLong clock = new AtomicLong();
    private final Flood flood = new Flood(5, PACE, clock::get);

    private void say(int lines) {
        for (int i = 0; i < lines; i++) {
            flood.line();
        }
    }

    @Test
    void someMayBeWrittenAtOnce() {
        assertThat(flood.until(5)).isZero();
        assertThat(flood.until(6)).isEqualTo(PACE);
    }

    @Test
    void thenOneAfterEachPause() {
        say(5);
        assertThat(flood.until(1)).isEqualTo(PACE);
        clock.addAndGet(PACE.toNanos());
        assertThat(flood.until(1)).isZero();
        assertThat(flood.until(2)).isEqualTo(PACE);
    }

    @Test
    void whoWasSilentMayWriteSomeAtOnceAgainAndNoMore() {
        say(5);
        clock.addAndGet(Duration.ofHours(1).toNanos());
        assertThat(flood.until(5)).isZero();
        assertThat(flood.until(6)).isEqualTo(PACE);
    }

    @Test
    void soManyLinesTakeAtLeastSoLong() {
        say(5);
        assertThat(flood.atLeast(6)).isEqualTo(PACE);
    }
}
