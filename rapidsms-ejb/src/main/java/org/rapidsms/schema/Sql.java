package org.rapidsms.schema;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.hibernate.Session;

/**
 * Statements that run for each message: as they stand, in the entity manager's transaction and past
 * its entities.
 *
 * <p>Hibernate translates a query with a list in it anew each time, which took longer than the
 * database does. Here a list is one value, compared by {@code = any(?)}. What the entity manager
 * has not yet written the statements do not see: flush it before.
 *
 * <p>Values are {@link String}, {@link Integer}, {@link Long}, {@link Boolean}, {@link Instant}, or
 * a collection of numbers or texts; of these, only a text may be null.
 */
public final class Sql {

    private final Session session;

    private Sql(Session session) {
        this.session = session;
    }

    /** Statements in this entity manager's transaction. */
    public static Sql in(EntityManager entities) {
        return new Sql(entities.unwrap(Session.class));
    }

    /** Reads a row. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** The rows that a query finds. */
    public <T> List<T> query(String sql, Reader<T> reader, Object... values) {
        return session.doReturningWork(
                connection -> {
                    try (var statement = connection.prepareStatement(sql)) {
                        set(statement, values);
                        return read(statement, reader);
                    }
                });
    }

    private static <T> List<T> read(PreparedStatement statement, Reader<T> reader)
            throws SQLException {
        var found = new ArrayList<T>();
        try (var rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(reader.read(rows));
            }
        }
        return found;
    }

    /**
     * Changes rows.
     *
     * @return how many
     */
    public int update(String sql, Object... values) {
        return session.doReturningWork(
                connection -> {
                    try (var statement = connection.prepareStatement(sql)) {
                        set(statement, values);
                        return statement.executeUpdate();
                    }
                });
    }

    /** Changes rows with one statement for each of these values, sent together. */
    public void updateAll(String sql, Collection<Object[]> all) {
        if (all.isEmpty()) {
            return;
        }
        session.doWork(
                connection -> {
                    try (var statement = connection.prepareStatement(sql)) {
                        for (var values : all) {
                            set(statement, values);
                            statement.addBatch();
                        }
                        statement.executeBatch();
                    }
                });
    }

    private static void set(PreparedStatement statement, Object[] values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            set(statement, i + 1, values[i]);
        }
    }

    private static void set(PreparedStatement statement, int place, Object value)
            throws SQLException {
        if (value == null || value instanceof String) {
            statement.setString(place, (String) value);
        } else if (value instanceof Instant instant) {
            statement.setObject(place, instant.atOffset(ZoneOffset.UTC));
        } else if (value instanceof Collection<?> list) {
            statement.setArray(place, array(statement.getConnection(), list));
        } else {
            statement.setObject(place, value);
        }
    }

    private static java.sql.Array array(Connection connection, Collection<?> list)
            throws SQLException {
        var type = list.stream().allMatch(String.class::isInstance) ? "varchar" : "bigint";
        return connection.createArrayOf(type, list.toArray());
    }
}
