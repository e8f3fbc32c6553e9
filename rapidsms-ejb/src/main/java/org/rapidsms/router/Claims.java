package org.rapidsms.router;

import static jakarta.ejb.TransactionAttributeType.REQUIRES_NEW;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.rapidsms.backend.BackendState;
import org.rapidsms.backend.ConfiguredBackend;
import org.rapidsms.backend.ReadyBackends;
import org.rapidsms.message.MessageStatuses;
import org.rapidsms.message.Setback;
import org.rapidsms.message.Status;
import org.rapidsms.message.Transmission;
import org.rapidsms.schema.Sql;

/**
 * Takes on transmissions that wait, so that nobody else does.
 *
 * <p>Each method is one short transaction; no gateway is called in it. Who takes one on has it for
 * a while only: if he dies over it, it is due again.
 */
@Stateless
@PermitAll
public class Claims {

    private static final String DUE =
            "select t.id, t.message_id, t.status from transmission t where t.backend = ?";
    private static final String LOCKED = " limit ? for update skip locked";

    /** So many messages one takes on at a time: what else waits is for others. */
    static final int MESSAGES = 16;

    @PersistenceContext EntityManager entities;

    @Inject RouterConfig config;

    @Inject ReadyBackends ready;

    /**
     * Lets a backend begin anew: what was wrong with it may have been mended in the settings.
     *
     * @throws jakarta.ejb.EJBException if another node does the same at the same instant
     */
    @TransactionAttribute(REQUIRES_NEW)
    public void open(String backend) {
        var state = entities.find(BackendState.class, backend);
        if (state == null) {
            entities.persist(new BackendState(backend));
        } else {
            state.recovered();
        }
    }

    /** A row that is due. */
    private record Due(long id, long message, boolean abandoned) {

        static Due of(ResultSet row) throws SQLException {
            boolean abandoned = Status.PROCESSING.letter().equals(row.getString(3));
            return new Due(row.getLong(1), row.getLong(2), abandoned);
        }
    }

    /**
     * Takes on what a backend is to send now, answers first.
     *
     * @return calls to make, in this order; none if nothing waits, the backend is paused, has no
     *     connection here, or has sent as much as it may
     */
    @TransactionAttribute(REQUIRES_NEW)
    public List<Claim> claim(ConfiguredBackend backend) {
        return claim(backend, most -> due(backend, most));
    }

    /** Takes on what is still queued of one message, due or not. */
    @TransactionAttribute(REQUIRES_NEW)
    public List<Claim> claim(ConfiguredBackend backend, long message) {
        return claim(backend, most -> queued(backend, message, most));
    }

    /** Finds rows, and locks them. */
    @FunctionalInterface
    private interface Finder {
        List<Due> find(int most);
    }

    private List<Claim> claim(ConfiguredBackend backend, Finder finder) {
        if (!ready.contains(backend)) {
            return List.of();
        }
        var now = Instant.now();
        var state = entities.find(BackendState.class, backend.name());
        boolean troubled = state != null && state.isTroubled();
        if (state != null && !state.maySend(now)) {
            return List.of();
        }
        boolean guarded =
                state != null && (state.isBroken() || backend.sending().rate().isPresent());
        if (guarded && (state = guard(backend.name())) == null) {
            return List.of();
        }
        int most = guarded ? allowed(state, backend, now) : config.batchSize();
        var due = most == 0 ? List.<Due>of() : finder.find(most);
        if (guarded) {
            spend(state, backend, due.size(), now);
        }
        return take(backend, ours(backend, due, now), troubled, now);
    }

    /** Locked, and as it is now; null if somebody else is at it. */
    private BackendState guard(String backend) {
        var found =
                entities.createNativeQuery(
                                "select backend from backend_state where backend = :b"
                                        + " for update skip locked")
                        .setParameter("b", backend)
                        .getResultList();
        if (found.isEmpty()) {
            return null;
        }
        var state = entities.find(BackendState.class, backend);
        entities.refresh(state);
        return state;
    }

    private int allowed(BackendState state, ConfiguredBackend backend, Instant now) {
        if (!state.maySend(now)) {
            return 0;
        }
        int most = state.isBroken() ? 1 : config.batchSize();
        var rate = backend.sending().rate();
        return rate.isPresent() ? Math.min(most, state.free(rate.getAsInt(), now)) : most;
    }

    private static void spend(
            BackendState state, ConfiguredBackend backend, int count, Instant now) {
        if (count > 0 && state.isBroken()) {
            state.tried(now.plus(backend.sending().lease()));
        }
        backend.sending().rate().ifPresent(rate -> state.spend(count, rate, now));
    }

    /** A few messages, or many phones of one. */
    private List<Due> due(ConfiguredBackend backend, int most) {
        var found = new ArrayList<>(due(backend, true, Math.min(most, MESSAGES)));
        if (found.size() < Math.min(most, MESSAGES)) {
            found.addAll(due(backend, false, Math.min(most, MESSAGES) - found.size()));
        }
        int room = Math.min(most, backend.backend().phonesAtOnce()) - found.size();
        if (room > 0 && found.size() == MESSAGES && isOneMessage(found)) {
            var more = dueTo(backend, found.get(0).message(), room + MESSAGES);
            more.stream().filter(row -> !found.contains(row)).limit(room).forEach(found::add);
        }
        return found;
    }

    private static boolean isOneMessage(List<Due> rows) {
        return rows.stream().mapToLong(Due::message).distinct().count() == 1;
    }

    private List<Due> due(ConfiguredBackend backend, boolean urgent, int most) {
        return Sql.in(entities)
                .query(
                        DUE
                                + " and t.urgent = ?"
                                // H2 begins with what is never due, unless told where to begin.
                                + " and t.due between ? and ?"
                                // In the order of the index: H2 sorts for any other.
                                + " order by t.backend, t.urgent, t.due, t.id"
                                + LOCKED,
                        Due::of,
                        backend.name(),
                        urgent,
                        Instant.EPOCH,
                        Instant.now(),
                        most);
    }

    /** More phones of a message that is being sent. */
    private List<Due> dueTo(ConfiguredBackend backend, long message, int most) {
        return ofMessage(backend, message, "t.due <= current_timestamp", most);
    }

    private List<Due> queued(ConfiguredBackend backend, long message, int most) {
        return ofMessage(backend, message, "t.status = 'Q'", most);
    }

    private List<Due> ofMessage(
            ConfiguredBackend backend, long message, String condition, int most) {
        return Sql.in(entities)
                .query(
                        DUE + " and t.message_id = ? and " + condition + " order by t.id" + LOCKED,
                        Due::of,
                        backend.name(),
                        message,
                        most);
    }

    /** Leaves out those that somebody died over, if nobody may send them again. */
    private List<Due> ours(ConfiguredBackend backend, List<Due> due, Instant now) {
        if (backend.sending().resendUnknown()) {
            return due;
        }
        due.stream().filter(Due::abandoned).forEach(row -> hold(backend, row, now));
        var waiting = due.stream().filter(row -> !row.abandoned()).toList();
        // Only what is handed over at once: if we die, all that we have taken on is held.
        return waiting.stream()
                .filter(row -> row.message() == waiting.get(0).message())
                .limit(backend.backend().phonesAtOnce())
                .toList();
    }

    private void hold(ConfiguredBackend backend, Due row, Instant now) {
        var transmission = entities.find(Transmission.class, row.id());
        var end = transmission.getDate().plus(backend.sending().maxAge());
        if (end.isAfter(now)) {
            transmission.held("UNKNOWN: the server stopped over it", end, now);
        } else {
            transmission.errored("UNKNOWN: no delivery report ever came", now);
        }
        entities.persist(new Setback(transmission, now));
        MessageStatuses.follow(entities, List.of(transmission.getMessage().getId()), now);
    }

    private List<Claim> take(
            ConfiguredBackend backend, List<Due> due, boolean troubled, Instant now) {
        if (due.isEmpty()) {
            return List.of();
        }
        var until = now.plus(backend.sending().lease());
        var ids = due.stream().map(Due::id).toList();
        Sql.in(entities)
                .update(
                        "update transmission set status = 'P', attempts = attempts + 1,"
                                + " due = ?, updated = ? where id = any(?)",
                        until,
                        now,
                        ids);
        return Calls.of(entities, ids, backend.backend().phonesAtOnce(), until, troubled);
    }

    /** Gives back what was taken on and not begun: it is due at once. */
    @TransactionAttribute(REQUIRES_NEW)
    public void giveBack(List<Claim> claims) {
        for (var claim : claims) {
            claim.attempts()
                    .forEach(
                            (id, attempt) ->
                                    entities.createNativeQuery(
                                                    "update transmission set status = 'Q', due ="
                                                            + " :now where id = :id and attempts ="
                                                            + " :attempt and status = 'P'")
                                            .setParameter("now", Instant.now())
                                            .setParameter("id", id)
                                            .setParameter("attempt", attempt)
                                            .executeUpdate());
        }
    }
}
