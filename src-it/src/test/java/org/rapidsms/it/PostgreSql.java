package org.rapidsms.it;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * A real PostgreSQL of this run: on a free port of this machine, in a folder of the build, and as
 * durable as it is without settings.
 */
final class PostgreSql {

    private static final String ROLE = "rapidsms";
    private static final String PASSWORD = "for-integration-tests";

    /** The newest is the one that is meant: what a test starts for itself, it stops again. */
    private static final Deque<Running> RUNNING = new ArrayDeque<>();

    private static int started;

    /** One that runs, and where. */
    private record Running(EmbeddedPostgres server, Path folder) {}

    private PostgreSql() {}

    /** Whether the server of this run is to store in it, and not in H2. */
    static boolean isAsked() {
        return switch (System.getProperty("it.database")) {
            case "postgresql" -> true;
            case "h2" -> false;
            default -> throw new IllegalArgumentException("it.database is h2 or postgresql");
        };
    }

    /** Starts it, with a role and a database as the README makes them. It ends with this JVM. */
    static void start() throws IOException {
        started++;
        var folder = Path.of(System.getProperty("it.target"), "postgresql-" + started);
        ServerFolder.delete(folder);
        RUNNING.push(new Running(builder(folder).start(), folder));
        try {
            asItsOwner("create role %s login password '%s'".formatted(ROLE, PASSWORD));
            asItsOwner("create database %s owner %s encoding 'UTF8'".formatted(ROLE, ROLE));
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    /** Stops it; from now on the one is meant that was started before. */
    static void stop() throws IOException {
        RUNNING.pop().server().close();
    }

    /** Without what makes it fast for tests and lets it forget what it has confirmed. */
    private static EmbeddedPostgres.Builder builder(Path folder) {
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                // After a kill it first reads what it had not written to its tables.
                .setPGStartupWait(Duration.ofMinutes(2))
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on");
    }

    /** Kills it as {@code kill -9} does, with all of its processes. */
    static void kill() throws IOException {
        // What was started is not the postmaster itself if the builder had to leave root behind.
        var files = RUNNING.element().folder();
        var pid = Files.readAllLines(files.resolve("postmaster.pid")).get(0);
        var postmaster = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
        var all = Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        Awaitility.await("the database is gone")
                .until(() -> all.stream().noneMatch(ProcessHandle::isAlive));
        // It complains that there is nothing to be stopped, and lets go of the folder.
        RUNNING.element().server().close();
    }

    /** Starts it once more after it was killed, with what it has on its disk. */
    static void startAgain() throws IOException {
        var killed = RUNNING.pop();
        var server = builder(killed.folder()).setPort(killed.server().getPort()).start();
        RUNNING.push(new Running(server, killed.folder()));
    }

    /** From now on nobody is let in, and who is there is thrown out: as good as stopped. */
    static void goAway() throws SQLException {
        asItsOwner("alter database %s allow_connections false".formatted(ROLE));
        asItsOwner(
                "select pg_terminate_backend(pid) from pg_stat_activity where datname = '%s'"
                        .formatted(ROLE));
    }

    /** Takes that back. */
    static void comeBack() throws SQLException {
        asItsOwner("alter database %s allow_connections true".formatted(ROLE));
    }

    private static void asItsOwner(String sql) throws SQLException {
        try (var connection = RUNNING.element().server().getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** What an operator writes, so that the server finds it. */
    static String properties() {
        return """
                rapidsms.datasource.driver=postgresql
                rapidsms.datasource.url=%s
                rapidsms.datasource.username=%s
                rapidsms.datasource.password=%s
                """
                .formatted(url(), ROLE, PASSWORD);
    }

    /** A connection to the server's database, past the server. */
    static Connection connect() throws SQLException {
        return DriverManager.getConnection(url(), ROLE, PASSWORD);
    }

    /** Changes what is stored, past the server. */
    static void run(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** What stands in the first column of what is found. */
    static List<String> column(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var column = new ArrayList<String>();
            while (rows.next()) {
                column.add(rows.getString(1));
            }
            return column;
        }
    }

    private static String url() {
        return "jdbc:postgresql://127.0.0.1:%d/rapidsms"
                .formatted(RUNNING.element().server().getPort());
    }
}
