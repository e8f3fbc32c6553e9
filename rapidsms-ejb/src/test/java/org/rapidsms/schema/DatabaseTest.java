package org.rapidsms.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DatabaseTest {

    @ParameterizedTest
    @MethodSource("org.rapidsms.schema.TestDatabase#all")
    void tellsWhatItIsAndHowFarItHasCome(TestDatabase test) throws SQLException {
        var database = new Database();
        database.source = test.source();
        assertThat(database.product()).startsWith(test.name() + " ");
        assertThat(Integer.parseInt(database.schemaVersion())).isGreaterThanOrEqualTo(12);
        assertThat(database.pendingMigrations()).isZero();
    }
}
