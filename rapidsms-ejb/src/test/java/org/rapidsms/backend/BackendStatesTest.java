package org.rapidsms.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rapidsms.schema.TestDatabase;
import org.rapidsms.testing.Some;

/** The switch that stops a backend. */
class BackendStatesTest {

    private static final String DATABASES = "org.rapidsms.schema.TestDatabase#all";

    @ParameterizedTest
    @MethodSource(DATABASES)
    void aBackendIsStoppedAndStartedAgain(TestDatabase database) {
        var states = new StatesOn(database);
        var name = Some.text();
        assertThat(states.isListed(name, configured(name))).isFalse();

        states.stop(name);
        states.stop(name);
        assertThat(states.find(name).isStopped()).isTrue();
        assertThat(states.find(name).maySend(Instant.now())).isFalse();
        assertThat(states.isListed(name, configured(name))).isTrue();
        assertThat(states.isListed(name, Optional.empty())).as("it is in no setting").isFalse();

        states.start(name);
        assertThat(states.find(name).maySend(Instant.now())).isTrue();
        assertThat(states.isListed(name, configured(name))).isFalse();
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void whoStartsABackendThatPausesTriesItAtOnce(TestDatabase database) {
        var states = new StatesOn(database);
        var name = Some.text();
        database.run(
                entities -> {
                    var state = new BackendState(name);
                    state.failed(
                            new SendException(SendFailure.MISCONFIGURED, "403 no"), Instant.now());
                    entities.persist(state);
                });
        assertThat(states.isListed(name, configured(name))).isTrue();
        assertThat(states.find(name).maySend(Instant.now())).isFalse();

        states.start(name);

        assertThat(states.find(name).maySend(Instant.now())).isTrue();
    }

    private static Optional<ConfiguredBackend> configured(String name) {
        return Optional.of(
                new ConfiguredBackend(
                        name,
                        "test",
                        null,
                        Optional.empty(),
                        Sending.USUAL,
                        Duration.ZERO,
                        false,
                        Callers.ANYBODY));
    }
}
