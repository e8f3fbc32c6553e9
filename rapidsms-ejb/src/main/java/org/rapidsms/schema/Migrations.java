package org.rapidsms.schema;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.jdbc.connections.spi.ConnectionProvider;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.service.spi.SessionFactoryServiceRegistry;

/**
 * Brings the database up to date before Hibernate compares it with the entities.
 *
 * <p>Hibernate calls it when the persistence unit starts; there is no earlier moment at which the
 * data source is known to be there. Flyway locks its table, so that of two nodes that start
 * together one migrates and the other waits.
 */
public class Migrations implements Integrator {

    @Override
    public void integrate(
            Metadata metadata, BootstrapContext context, SessionFactoryImplementor factory) {
        migrate(
                factory.getServiceRegistry()
                        .requireService(ConnectionProvider.class)
                        .unwrap(DataSource.class));
    }

    /**
     * Runs what has not been run on this database.
     *
     * @throws org.flywaydb.core.api.FlywayException if a migration fails or was changed after it
     *     had run
     */
    public static void migrate(DataSource database) {
        flyway(database).migrate();
    }

    static Flyway flyway(DataSource database) {
        return Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(database)
                .locations("classpath:db/migration")
                .load();
    }

    @Override
    public void disintegrate(
            SessionFactoryImplementor factory, SessionFactoryServiceRegistry registry) {
        // Nothing was kept.
    }
}
