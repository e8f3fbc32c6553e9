package org.rapidsms.schema;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.cfg.Configuration;
import org.junit.jupiter.api.Named;
import org.rapidsms.account.Group;
import org.rapidsms.account.User;
import org.rapidsms.app.messagelog.LogEntry;
import org.rapidsms.backend.BackendState;
import org.rapidsms.backend.PhoneText;
import org.rapidsms.backend.TextPart;
import org.rapidsms.backend.database.BackendMessage;
import org.rapidsms.contact.Connection;
import org.rapidsms.contact.Contact;
import org.rapidsms.contact.ContactValue;
import org.rapidsms.contact.bulk.BulkImport;
import org.rapidsms.contact.bulk.StagedLine;
import org.rapidsms.location.Location;
import org.rapidsms.location.LocationType;
import org.rapidsms.message.DirectionConverter;
import org.rapidsms.message.Message;
import org.rapidsms.message.ReceivedReport;
import org.rapidsms.message.Setback;
import org.rapidsms.message.StatusConverter;
import org.rapidsms.message.Transmission;
import org.rapidsms.testing.Some;

/**
 * A real database with our tables: H2, or a PostgreSQL that the first test that needs it starts.
 * All promises about storage are kept on both.
 *
 * @param name which it is
 * @param source connections to it
 * @param entities what Hibernate makes of it; made as the server does, with migrations first
 */
public record TestDatabase(String name, DataSource source, SessionFactory entities) {

    private static final EmbeddedPostgres SERVER = start();
    private static final TestDatabase H2 = of("H2", h2());
    private static final TestDatabase POSTGRESQL = of("PostgreSQL", SERVER.getPostgresDatabase());

    /** Both, for a {@code @MethodSource}. */
    public static Stream<TestDatabase> all() {
        return Stream.of(H2, POSTGRESQL);
    }

    /** A new PostgreSQL database, with our tables and nothing in them. */
    public static TestDatabase newPostgresql() {
        return of("PostgreSQL", postgresql());
    }

    private static DataSource h2() {
        var source = new JdbcDataSource();
        source.setUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        return source;
    }

    /** New databases without tables, one of each kind, for a {@code @MethodSource}. */
    static Stream<Named<DataSource>> empty() {
        return Stream.of(Named.of("H2", h2()), Named.of("PostgreSQL", postgresql()));
    }

    /** A new database without tables. */
    static DataSource postgresql() {
        var name = Some.text();
        try (var connection = SERVER.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database \"%s\"".formatted(name));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return SERVER.getDatabase("postgres", name);
    }

    /** It ends with the JVM; its own shutdown hook sees to that. */
    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TestDatabase of(String name, DataSource source) {
        var configuration =
                new Configuration()
                        .addAnnotatedClass(LocationType.class)
                        .addAnnotatedClass(Location.class)
                        .addAnnotatedClass(Contact.class)
                        .addAnnotatedClass(ContactValue.class)
                        .addAnnotatedClass(Connection.class)
                        .addAnnotatedClass(BulkImport.class)
                        .addAnnotatedClass(StagedLine.class)
                        .addAnnotatedClass(Message.class)
                        .addAnnotatedClass(Transmission.class)
                        .addAnnotatedClass(Setback.class)
                        .addAnnotatedClass(ReceivedReport.class)
                        .addAnnotatedClass(BackendState.class)
                        .addAnnotatedClass(PhoneText.class)
                        .addAnnotatedClass(LogEntry.class)
                        .addAnnotatedClass(BackendMessage.class)
                        .addAnnotatedClass(TextPart.class)
                        .addAnnotatedClass(User.class)
                        .addAnnotatedClass(Group.class)
                        .addAttributeConverter(StatusConverter.class)
                        .addAttributeConverter(DirectionConverter.class);
        configuration.getProperties().put(AvailableSettings.JAKARTA_NON_JTA_DATASOURCE, source);
        configuration.setProperty(AvailableSettings.HBM2DDL_AUTO, "validate");
        configuration.setProperty(AvailableSettings.JDBC_TIME_ZONE, "UTC");
        // WildFly asks for it: what goes beyond the standard would fail there only.
        configuration.setProperty(AvailableSettings.JPA_QUERY_COMPLIANCE, "true");
        return new TestDatabase(name, source, configuration.buildSessionFactory());
    }

    /** Does something in a transaction of its own. */
    public void run(Consumer<EntityManager> work) {
        entities.inTransaction(work::accept);
    }

    /** Asks for something in a transaction of its own. */
    public <T> T ask(Function<EntityManager, T> question) {
        return entities.fromTransaction(question::apply);
    }

    @Override
    public String toString() {
        return name;
    }
}
