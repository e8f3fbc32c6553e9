package org.rapidsms.backend;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rapidsms.schema.TestDatabase;
import org.rapidsms.testing.Some;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The switch that stops a backend. */
class BackendStatesTest {

    private static final String DATABASES = "org.rapidsms.schema.TestDatabase#all";

    @ParameterizedTest
    @MethodSource(DATABASES)
    void aBackendIsStoppedAndStartedAgain(TestDatabase database) {
        var name = Some.text();
        assertThat(isListed(database, name)).isFalse();

        in(database, states -> states.stop(name, "anna"));
        in(database, states -> states.stop(name, "bert"));
        assertThat(state(database, name).isStopped()).isTrue();
        assertThat(state(database, name).maySend(Instant.now())).isFalse();
        assertThat(isListed(database, name)).isTrue();
        assertThat(isListed(database, name, Set.of())).as("it is in no setting").isFalse();

        in(database, states -> states.start(name, "anna"));
        assertThat(state(database, name).maySend(Instant.now())).isTrue();
        assertThat(isListed(database, name)).isFalse();
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void whoStartsABackendThatPausesTriesItAtOnce(TestDatabase database) {
        var name = Some.text();
        var why = new SendException(SendFailure.MISCONFIGURED, "403 no");
        database.run(
                entities -> {
                    var state = new BackendState(name);
                    state.failed(why, Instant.now());
                    entities.persist(state);
                });
        assertThat(isListed(database, name)).isTrue();
        assertThat(state(database, name).maySend(Instant.now())).isFalse();

        in(database, states -> states.start(name, "anna"));

        assertThat(state(database, name).maySend(Instant.now())).isTrue();
    }

    private static boolean isListed(TestDatabase database, String name) {
        return isListed(database, name, Set.of(name));
    }

    private static boolean isListed(TestDatabase database, String name, Set<String> configured) {
        return database.ask(
                entities -> {
                    var states = new BackendStates();
                    states.entities = entities;
                    states.backends = backends(configured);
                    return states.notSending().stream().anyMatch(s -> s.getBackend().equals(name));
                });
    }

    private static Backends backends(Set<String> names) {
        return new Backends() {
            @Override
            public Optional<ConfiguredBackend> find(String name) {
                return Optional.of(name)
                        .filter(names::contains)
                        .map(
                                known ->
                                        new ConfiguredBackend(
                                                known,
                                                "test",
                                                null,
                                                Optional.empty(),
                                                Sending.USUAL,
                                                Duration.ZERO,
                                                Callers.ANYBODY));
            }
        };
    }

    private static BackendState state(TestDatabase database, String name) {
        return database.ask(
                entities -> {
                    var states = new BackendStates();
                    states.entities = entities;
                    return states.byName().get(name);
                });
    }

    private static void in(TestDatabase database, Consumer<BackendStates> work) {
        database.run(
                entities -> {
                    var states = new BackendStates();
                    states.entities = entities;
                    work.accept(states);
                });
    }
}
