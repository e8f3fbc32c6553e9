package org.rapidsms.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** When an account rests, and for how long. */
class FailedLoginsTest {

    private Instant now = Instant.EPOCH;
    private final FailedLogins failures = new FailedLogins(new TestClock());

    @Test
    void anAccountRestsAfterTooManyTries() {
        fail(FailedLogins.TRIES - 1);
        assertThat(failures.rests("ann")).isFalse();
        fail(1);
        assertThat(failures.rests("ann")).isTrue();
        assertThat(failures.rests("ANN")).isTrue();
        assertThat(failures.rests("bob")).isFalse();
    }

    @Test
    void itHasRestedWhenTheTriesAreForgotten() {
        fail(FailedLogins.TRIES);
        now = now.plus(FailedLogins.MEMORY);
        assertThat(failures.rests("ann")).isFalse();
    }

    @Test
    void triesThatAreFarApartDoNotAddUp() {
        for (int i = 0; i < 20; i++) {
            fail(1);
            now = now.plus(Duration.ofMinutes(2));
        }
        assertThat(failures.rests("ann")).isFalse();
    }

    @Test
    void theRightPasswordWipesTheSlate() {
        fail(FailedLogins.TRIES - 1);
        failures.succeeded("ann");
        fail(FailedLogins.TRIES - 1);
        assertThat(failures.rests("ann")).isFalse();
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            failures.failed("ann");
        }
    }

    private final class TestClock extends Clock {

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
