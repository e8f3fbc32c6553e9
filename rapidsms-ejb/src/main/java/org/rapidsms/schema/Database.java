package org.rapidsms.schema;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Tells which database there is, and how far its schema has come. */
@ApplicationScoped
public class Database {

    @Resource(lookup = "java:jboss/datasources/RapidSMS")
    DataSource source;

    /** Its maker's name and version, such as {@code PostgreSQL 16.2}. */
    public String product() throws SQLException {
        try (var connection = source.getConnection()) {
            var about = connection.getMetaData();
            return about.getDatabaseProductName() + " " + about.getDatabaseProductVersion();
        }
    }

    /** The number of the last migration that was run. */
    public String schemaVersion() {
        return Migrations.flyway(source).info().current().getVersion().toString();
    }

    /** How many migrations have not been run; the server runs them all when it starts. */
    public int pendingMigrations() {
        return Migrations.flyway(source).info().pending().length;
    }
}
