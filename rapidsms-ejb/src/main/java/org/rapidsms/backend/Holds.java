package org.rapidsms.backend;

import static jakarta.ejb.TransactionAttributeType.REQUIRES_NEW;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.rapidsms.schema.Sql;

/**
 * Which node keeps the connection of a backend, and how that connection is, for all nodes to see.
 *
 * <p>Each method of a bean is one short transaction.
 */
@Stateless
@PermitAll
@TransactionAttribute(REQUIRES_NEW)
public class Holds {

    /** Whoever is not heard of for so long has lost what it held. */
    public static final Duration LEASE = Duration.ofSeconds(30);

    @PersistenceContext EntityManager entities;

    /**
     * That a node holds a backend.
     *
     * @param node which one
     * @param until another time whenever the node says that it lives; by its own clock, which
     *     nobody needs to trust
     */
    public record Hold(String node, Instant until) {

        /** That nobody holds it. */
        public static final Hold NOBODYS = new Hold("", Instant.EPOCH);

        static Hold of(ResultSet row) throws SQLException {
            return new Hold(row.getString(1), row.getObject(2, OffsetDateTime.class).toInstant());
        }
    }

    /** Who holds a backend. */
    public Hold of(String backend) {
        return Sql.in(entities)
                .query(
                        "select holder, held_until from backend_state"
                                + " where backend = ? and holder is not null",
                        Hold::of,
                        backend)
                .stream()
                .findFirst()
                .orElse(Hold.NOBODYS);
    }

    /**
     * Makes a node the holder.
     *
     * @param from the hold that nobody has any more
     * @return whether that was still so: else another was faster, or the holder lives
     */
    public boolean take(String backend, String node, Hold from) {
        int rows =
                Sql.in(entities)
                        .update(
                                "update backend_state set holder = ?, held_until = ?"
                                        + " where backend = ? and coalesce(holder, '') = ?"
                                        + " and (holder is null or held_until = ?)",
                                node,
                                Instant.now().plus(LEASE),
                                backend,
                                from.node(),
                                from.until());
        return rows == 1;
    }

    /**
     * Says that the holder lives.
     *
     * @return whether it is the holder
     */
    public boolean keep(String backend, String node) {
        int rows =
                Sql.in(entities)
                        .update(
                                "update backend_state set held_until = ?"
                                        + " where backend = ? and holder = ?",
                                Instant.now().plus(LEASE),
                                backend,
                                node);
        return rows == 1;
    }

    /**
     * Lets others hold it, if this node does. For a server that stops: neither this bean nor
     * entities can be asked then.
     */
    public static void giveUp(DataSource database, String backend, String node)
            throws SQLException {
        try (var connection = database.getConnection();
                var statement =
                        connection.prepareStatement(
                                "update backend_state set holder = null, held_until = null"
                                        + " where backend = ? and holder = ?")) {
            statement.setString(1, backend);
            statement.setString(2, node);
            statement.executeUpdate();
        }
    }

    /** There is a connection: whatever was wrong with the backend, it begins anew. */
    public void connected(String backend) {
        change(backend, BackendState::recovered);
    }

    /** There is no connection, and this is why. */
    public void disconnected(String backend, SendException why) {
        change(backend, state -> state.disconnected(why));
    }

    private void change(String backend, Consumer<BackendState> change) {
        Optional.ofNullable(
                        entities.find(BackendState.class, backend, LockModeType.PESSIMISTIC_WRITE))
                .ifPresent(change);
    }
}
