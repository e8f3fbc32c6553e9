package org.rapidsms.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rapidsms.testing.Some;

/** Contacts that were stored by an older version are searched like those that are stored now. */
class OldContactsTest {

    private static final String NOW = ", current_timestamp, current_timestamp)";

    private final String schema = "old_" + Some.text();

    @ParameterizedTest
    @MethodSource("org.rapidsms.schema.TestDatabase#all")
    void haveASearchKeyOfAllThatIsKnown(TestDatabase database) throws SQLException {
        migrate(database, MigrationVersion.fromVersion("11"));
        try (var connection = database.source().getConnection();
                var statement = connection.createStatement()) {
            connection.setSchema(schema);
            for (var row :
                    new String[] {
                        "contact (id, name, name_key, language, created_on, modified_on)"
                                + " values (1, 'Ann', 'ann', ''"
                                + NOW,
                        "contact (id, name, name_key, language, created_on, modified_on)"
                                + " values (2, 'Bob', 'bob', ''"
                                + NOW,
                        connection(1, "+1A", "1"),
                        connection(2, "+2", "1"),
                        connection(3, "+3", "null"),
                        "contact_field values (1, 'village', 'Gulu', 'gulu')",
                    }) {
                statement.execute("insert into " + row);
            }

            migrate(database, MigrationVersion.LATEST);

            var found = statement.executeQuery("select search_key from contact order by id");
            assertThat(found.next()).isTrue();
            assertThat(found.getString(1)).isEqualTo("ann +1a mtn +2 mtn gulu");
            assertThat(found.next()).isTrue();
            assertThat(found.getString(1)).isEqualTo("bob");
        }
    }

    private static String connection(int id, String identity, String contact) {
        return "connection (id, backend, identity, contact_id, created_on, modified_on)"
                + " values (%d, 'MTN', '%s', %s".formatted(id, identity, contact)
                + NOW;
    }

    private void migrate(TestDatabase database, MigrationVersion target) {
        Migrations.configuration(database.source()).schemas(schema).target(target).load().migrate();
    }
}
