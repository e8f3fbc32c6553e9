package org.rapidsms.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of the tables when several nodes, and several versions, meet on one database. */
class MigrationsTest {

    private static final String EMPTY = "org.rapidsms.schema.TestDatabase#empty";
    private static final AppSchema APP = new SomeApp("some_app");

    /** On PostgreSQL: H2's file is open to one server at a time. */
    @Test
    void nodesThatStartTogetherMigrateOnce() throws Exception {
        var database = TestDatabase.postgresql();
        startTogether(4, database);

        assertThat(versions(database, "flyway_schema_history"))
                .isNotEmpty()
                .doesNotHaveDuplicates();
        assertThat(versions(database, "schema_history_some_app")).containsExactly("0", "1");
    }

    private static void startTogether(int nodes, DataSource database) throws Exception {
        var together = new CyclicBarrier(nodes);
        var threads = Executors.newFixedThreadPool(nodes);
        try {
            var starts =
                    Stream.generate(() -> threads.submit(() -> start(together, database)))
                            .limit(nodes)
                            .toList();
            for (var start : starts) {
                start.get();
            }
        } finally {
            threads.shutdown();
        }
    }

    private static Void start(CyclicBarrier together, DataSource database) throws Exception {
        together.await();
        Migrations.migrate(database);
        Migrations.migrate(database, APP);
        return null;
    }

    @ParameterizedTest
    @MethodSource(EMPTY)
    void anOldNodeRefusesANewerSchema(DataSource database) throws SQLException {
        Migrations.migrate(database);
        migrateFurther(database, "flyway_schema_history");

        assertThatThrownBy(() -> Migrations.migrate(database))
                .isInstanceOf(NewerSchemaException.class)
                .hasMessageMatching(
                        "the database has the tables of a newer version of RapidSMS \\(schema 9999,"
                                + " known here up to [0-9]+\\); start that version, or restore the"
                                + " backup from before it");
    }

    @ParameterizedTest
    @MethodSource(EMPTY)
    void anOldJarOfAnAppRefusesItsNewerTables(DataSource database) throws SQLException {
        Migrations.migrate(database);
        Migrations.migrate(database, APP);
        migrateFurther(database, "schema_history_some_app");

        assertThatThrownBy(() -> Migrations.migrate(database, APP))
                .isInstanceOf(NewerSchemaException.class)
                .hasMessageContaining("of the app some_app (schema 9999, known here up to 1)");
    }

    /** As a newer version does. */
    private static void migrateFurther(DataSource database, String history) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    """
                    insert into "%s" ("installed_rank", "version", "description", "type", "script",
                        "installed_by", "execution_time", "success")
                    values (9999, '9999', 'later', 'SQL', 'V9999__later.sql', 'later', 1, true)
                    """
                            .formatted(history));
        }
    }

    private static List<String> versions(DataSource database, String history) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                """
                                select "version" from "%s"
                                where "version" is not null order by "installed_rank"
                                """
                                        .formatted(history))) {
            var versions = new ArrayList<String>();
            while (rows.next()) {
                versions.add(rows.getString(1));
            }
            return versions;
        }
    }
}
