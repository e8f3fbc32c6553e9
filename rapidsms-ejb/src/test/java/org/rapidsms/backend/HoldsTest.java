package org.rapidsms.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rapidsms.backend.Holds.Hold;
import org.rapidsms.schema.TestDatabase;
import org.rapidsms.testing.Some;

/** Which node keeps the connection of a backend: one, and whoever else asks is told so. */
class HoldsTest {

    private static final String DATABASES = "org.rapidsms.schema.TestDatabase#all";

    private final String backend = "b" + Some.text();
    private Holds holds;

    private void begin(TestDatabase database) {
        database.run(entities -> entities.persist(new BackendState(backend)));
        holds = new HoldsOn(database);
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void whoTakesFirstHolds(TestDatabase database) {
        begin(database);
        assertThat(holds.of(backend)).isEqualTo(Hold.NOBODYS);

        assertThat(holds.take(backend, "a", Hold.NOBODYS)).isTrue();
        assertThat(holds.take(backend, "b", Hold.NOBODYS)).isFalse();

        assertThat(holds.of(backend).node()).isEqualTo("a");
        assertThat(holds.keep(backend, "a")).isTrue();
        assertThat(holds.keep(backend, "b")).isFalse();
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void whoeverLivesIsNotRobbed(TestDatabase database) {
        begin(database);
        holds.take(backend, "a", Hold.NOBODYS);
        var seen = holds.of(backend);
        holds.keep(backend, "a");

        assertThat(holds.take(backend, "b", seen)).isFalse();
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void whoeverDiedIsFollowed(TestDatabase database) {
        begin(database);
        holds.take(backend, "a", Hold.NOBODYS);

        assertThat(holds.take(backend, "b", holds.of(backend))).isTrue();

        assertThat(holds.keep(backend, "a")).isFalse();
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void onlyTheHolderCanGiveUp(TestDatabase database) throws SQLException {
        begin(database);
        holds.take(backend, "a", Hold.NOBODYS);

        Holds.giveUp(database.source(), backend, "b");
        assertThat(holds.of(backend).node()).isEqualTo("a");

        Holds.giveUp(database.source(), backend, "a");
        assertThat(holds.of(backend)).isEqualTo(Hold.NOBODYS);
    }
}
