package org.rapidsms.it;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A real PostgreSQL of this run: on a free port of this machine, in a folder that goes with it. */
final class PostgreSql {

    private static final String ROLE = "rapidsms";
    private static final String PASSWORD = "for-integration-tests";
    private static final String PORT = "it.port.postgresql";

    private static EmbeddedPostgres server;

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
        server = EmbeddedPostgres.start();
        System.setProperty(PORT, String.valueOf(server.getPort()));
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create role %s login password '%s'".formatted(ROLE, PASSWORD));
            statement.execute("create database %s owner %s encoding 'UTF8'".formatted(ROLE, ROLE));
        } catch (SQLException e) {
            throw new IOException(e);
        }
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
        try (var connection = server.getPostgresDatabase().getConnection();
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

    private static String url() {
        return "jdbc:postgresql://127.0.0.1:%s/rapidsms".formatted(System.getProperty(PORT));
    }
}
