package org.rapidsms.router;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rapidsms.backend.SendException;
import org.rapidsms.backend.SendFailure;
import org.rapidsms.router.Backoff.Pace;

/** How long a gateway is left alone before it is asked for a connection again. */
class BackoffTest {

    private static final SendException AWAY = new SendException(SendFailure.UNREACHABLE, "away");
    private static final SendException REFUSED =
            new SendException(SendFailure.MISCONFIGURED, "wrong password");

    private final Backoff backoff = new Backoff(Pace.USUAL);

    private Duration afterMany(int failures) {
        var last = Duration.ZERO;
        for (int i = 0; i < failures; i++) {
            last = backoff.after(AWAY);
        }
        return last;
    }

    @Test
    void oneThatIsNotThereIsAskedSoon() {
        assertThat(backoff.after(AWAY)).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(7));
    }

    @Test
    void thenLaterAndLater() {
        assertThat(afterMany(3)).isBetween(Duration.ofSeconds(20), Duration.ofSeconds(25));
    }

    @Test
    void butWithinMinutes() {
        assertThat(afterMany(99)).isBetween(Duration.ofMinutes(5), Duration.ofSeconds(375));
    }

    @Test
    void oneThatRefusesUsIsLeftAloneForMinutesAtOnce() {
        assertThat(backoff.after(REFUSED)).isGreaterThanOrEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void whatTheGatewayAsksForIsGranted() {
        var hour = Duration.ofHours(1);
        var busy = new SendException(SendFailure.THROTTLED, "busy", Optional.of(hour));

        assertThat(backoff.after(busy)).isEqualTo(hour);
    }

    @Test
    void aGoodConnectionMakesItBeginAnew() {
        afterMany(9);
        backoff.lasted(Duration.ofMinutes(1));
        assertThat(backoff.after(AWAY)).isLessThan(Duration.ofSeconds(7));
    }

    @Test
    void oneThatEndsAtOnceDoesNot() {
        afterMany(9);
        backoff.lasted(Duration.ofSeconds(1));
        assertThat(backoff.after(AWAY)).isGreaterThanOrEqualTo(Duration.ofMinutes(5));
    }
}
