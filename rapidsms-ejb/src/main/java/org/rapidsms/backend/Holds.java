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
import org.rapidsms.schema.Sql;

/**
 * Which node keeps the connection of a backend, and how that connection is, for all nodes to see.
 *
 * <p>Each method is one short transaction.
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
        return 1
                == Sql.in(entities)
                        .update(
                                "update backend_state set holder = ?, held_until = ?"
                                        + " where backend = ? and coalesce(holder, '') = ?"
                                        + " and (holder is null or held_until = ?)",
                                node,
                                Instant.now().plus(LEASE),
                                backend,
                                from.node(),
                                from.until());
    }

    /**
     * Says that the holder lives.
     *
     * @return whether it is the holder
     */
    public boolean keep(String backend, String node) {
        return 1
                == Sql.in(entities)
                        .update(
                                "update backend_state set held_until = ?"
                                        + " where backend = ? and holder = ?",
                                Instant.now().plus(LEASE),
                                backend,
                                node);
    }

    /** Lets others hold it, if this node does. */
    public void giveUp(String backend, String node) {
        Sql.in(entities)
                .update(
                        "update backend_state set holder = null, held_until = null"
                                + " where backend = ? and holder = ?",
                        backend,
                        node);
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
