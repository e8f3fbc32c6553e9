package org.rapidsms.schema;

import static org.flywaydb.core.api.MigrationState.FUTURE_SUCCESS;
import static org.rapidsms.schema.SchemaLog.LOG;

import java.sql.SQLException;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.ServiceLoader.Provider;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.jdbc.connections.spi.ConnectionProvider;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.service.spi.SessionFactoryServiceRegistry;

/**
 * Brings the database up to date before Hibernate compares it with the entities: our tables, then
 * those of each app.
 *
 * <p>Hibernate calls it when the persistence unit starts; there is no earlier moment at which the
 * data source is known to be there. Flyway locks its table, so that of two nodes that start
 * together one migrates and the other waits. A node that is older than the tables does not start.
 */
public class Migrations implements Integrator {

    @Override
    public void integrate(
            Metadata metadata, BootstrapContext context, SessionFactoryImplementor factory) {
        var database =
                factory.getServiceRegistry()
                        .requireService(ConnectionProvider.class)
                        .unwrap(DataSource.class);
        try {
            migrate(database);
            ofApps().forEach(app -> migrate(database, app.get()));
        } catch (NewerSchemaException e) {
            LOG.refused(e.getMessage());
            throw e;
        }
    }

    /** What the jars of apps declare. */
    static Stream<Provider<AppSchema>> ofApps() {
        return ServiceLoader.load(AppSchema.class, Migrations.class.getClassLoader()).stream();
    }

    /**
     * Runs what has not been run on this database.
     *
     * @throws org.flywaydb.core.api.FlywayException if a migration fails or was changed after it
     *     had run
     * @throws NewerSchemaException if a migration has run that is not known here
     */
    public static void migrate(DataSource database) {
        migrate(flyway(database), "RapidSMS");
    }

    static Flyway flyway(DataSource database) {
        return configuration(database).load();
    }

    static FluentConfiguration configuration(DataSource database) {
        return Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(database)
                .locations("classpath:db/migration")
                .placeholders(
                        Map.of(
                                "where_due",
                                whereNotNull("due", database),
                                "where_named",
                                whereNotNull("external_id", database)));
    }

    /** An index of PostgreSQL can leave out what is not looked for in it; one of H2 cannot. */
    private static String whereNotNull(String column, DataSource database) {
        try (var connection = database.getConnection()) {
            var product = connection.getMetaData().getDatabaseProductName();
            return product.equals("PostgreSQL") ? "WHERE " + column + " IS NOT NULL" : "";
        } catch (SQLException e) {
            throw new IllegalStateException("The database cannot be asked: " + e.getMessage(), e);
        }
    }

    /**
     * Runs what has not been run of an app.
     *
     * @throws org.flywaydb.core.api.FlywayException as {@link #migrate(DataSource)}
     * @throws NewerSchemaException as well
     * @throws IllegalArgumentException if the app's name cannot be part of a table's
     */
    static void migrate(DataSource database, AppSchema app) {
        if (!app.name().matches("[a-z0-9_]{1,40}")) {
            throw new IllegalArgumentException(
                    "%s is called “%s”: 1 to 40 lower-case letters, digits and _ are a name"
                            .formatted(app.getClass().getName(), app.name()));
        }
        var flyway =
                Flyway.configure(app.getClass().getClassLoader())
                        .dataSource(database)
                        .locations("classpath:db/apps/" + app.name())
                        .table("schema_history_" + app.name())
                        // Our tables are there already; that is no reason not to begin.
                        .baselineOnMigrate(true)
                        .baselineVersion("0")
                        .load();
        migrate(flyway, "the app " + app.name());
    }

    private static void migrate(Flyway flyway, String whose) {
        flyway.migrate();
        // Flyway lets an old node work on tables that it does not know. Asked only now, because it
        // has waited for a newer node that started at the same time.
        newest(flyway, migration -> migration.getState() == FUTURE_SUCCESS)
                .ifPresent(
                        there -> {
                            throw new NewerSchemaException(whose, there, known(flyway));
                        });
    }

    private static String known(Flyway flyway) {
        return newest(flyway, migration -> migration.getState().isResolved()).orElse("0");
    }

    private static Optional<String> newest(Flyway flyway, Predicate<MigrationInfo> which) {
        return Stream.of(flyway.info().all())
                .filter(which)
                .max(Comparator.comparing(MigrationInfo::getVersion))
                .map(migration -> migration.getVersion().toString());
    }

    @Override
    public void disintegrate(
            SessionFactoryImplementor factory, SessionFactoryServiceRegistry registry) {
        // Nothing was kept.
    }
}
