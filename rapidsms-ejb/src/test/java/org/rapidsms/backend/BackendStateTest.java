package org.rapidsms.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapidsms.backend.SendFailure.MISCONFIGURED;
import static org.rapidsms.backend.SendFailure.REJECTED;
import static org.rapidsms.backend.SendFailure.THROTTLED;
import static org.rapidsms.backend.SendFailure.UNREACHABLE;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a backend pauses, and for how long. */
class BackendStateTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    private final BackendState state = new BackendState("b");

    @ParameterizedTest(name = "after {0} failures: {1}")
    @CsvSource({"1, PT0S", "4, PT0S", "5, PT1S", "6, PT2S", "7, PT4S", "11, PT1M", "500, PT1M"})
    void itIsTriedLessAndLessOften(int failures, Duration pause) {
        fail(UNREACHABLE, failures);
        assertThat(pause()).isEqualTo(pause);
    }

    @ParameterizedTest(name = "after {0} alarms: {1}")
    @CsvSource({"1, PT1M", "2, PT2M", "5, PT15M", "500, PT15M"})
    void whatOnlyAnAdministratorMendsIsTriedMoreSeldom(int failures, Duration pause) {
        fail(MISCONFIGURED, failures);
        assertThat(pause()).isEqualTo(pause);
        assertThat(state.isBroken()).isTrue();
    }

    @Test
    void aGatewayThatThrottlesIsNotBroken() {
        fail(THROTTLED, 9);
        assertThat(pause()).isEqualTo(Duration.ofSeconds(5));
        assertThat(state.isBroken()).isFalse();
    }

    @Test
    void whatTheGatewaySaysOfItsPauseCounts() {
        state.failed(
                new SendException(UNREACHABLE, "busy", Optional.of(Duration.ofSeconds(40))), NOW);
        assertThat(pause()).isEqualTo(Duration.ofSeconds(40));
        assertThat(state.getProblem()).isEqualTo("UNREACHABLE: busy");
    }

    @Test
    void aTextThatIsRefusedShowsThatTheGatewayWorks() {
        fail(UNREACHABLE, 7);
        fail(REJECTED, 1);
        assertThat(state.isTroubled()).isFalse();
        assertThat(state.getProblem()).isNull();
    }

    @ParameterizedTest(name = "{0} ms after {1} were sent, {2} are free")
    @CsvSource({"0, 0, 10", "0, 10, 0", "500, 10, 5", "1000, 10, 10", "60000, 10, 10", "0, 4, 6"})
    void aRateLetsASecondsWorthGoAtOnce(int later, int sent, int free) {
        state.spend(sent, 10, NOW);
        assertThat(state.free(10, NOW.plusMillis(later))).isEqualTo(free);
    }

    private void fail(SendFailure failure, int times) {
        for (int i = 0; i < times; i++) {
            state.failed(new SendException(failure, "no"), NOW);
        }
    }

    private Duration pause() {
        return state.getPausedUntil() == null
                ? Duration.ZERO
                : Duration.between(NOW, state.getPausedUntil());
    }
}
