package org.rapidsms.router;

import static jakarta.ejb.TransactionAttributeType.REQUIRES_NEW;
import static org.rapidsms.router.RouterLog.LOG;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rapidsms.message.Direction;
import org.rapidsms.message.Status;
import org.rapidsms.message.Transmission;
import org.rapidsms.schema.Sql;

/**
 * Takes on messages that wait for the apps, and counts how often that was done.
 *
 * <p>A message over which the server dies, or over which an app does not come to an end, is thus
 * known when it comes again, and parked when it has come too often.
 */
@Stateless
@PermitAll
public class InboxClaims {

    /** How many messages are routed in one transaction when many wait. */
    private static final int BATCH = 50;

    /** How often a message may be begun and never end. */
    private static final int MOST_ATTEMPTS = 3;

    @PersistenceContext EntityManager entities;

    /** A message that waits. */
    private record Waiting(long row, int lane, int attempts, String messageId) {

        static Waiting of(ResultSet row) throws SQLException {
            return new Waiting(row.getLong(1), row.getInt(2), row.getInt(3), row.getString(4));
        }

        Stored stored() {
            return new Stored(row, lane);
        }
    }

    /**
     * Takes on what waits in some lanes, of each in its order.
     *
     * @return where they are; just one if it was taken on before and never ended. None if nothing
     *     waits, or other nodes are at work in these lanes
     */
    @TransactionAttribute(REQUIRES_NEW)
    public List<Stored> begin(Collection<Integer> lanes) {
        var ours = hold(lanes);
        var taken = new ArrayList<Waiting>();
        for (int lane : ours) {
            var waiting = waiting(lane, Math.max(1, BATCH / ours.size()));
            if (!waiting.isEmpty() && waiting.get(0).attempts() > 0) {
                return begin(waiting.subList(0, 1));
            }
            waiting.stream().takeWhile(one -> one.attempts() == 0).forEach(taken::add);
        }
        return begin(taken);
    }

    private List<Stored> begin(List<Waiting> taken) {
        if (!taken.isEmpty()) {
            Sql.in(entities)
                    .update(
                            "update message set attempts = attempts + 1 where id = any(?)",
                            taken.stream().map(Waiting::row).toList());
        }
        return taken.stream().map(Waiting::stored).toList();
    }

    /**
     * Keeps others out of lanes until the transaction ends.
     *
     * @return those in which nobody else is
     */
    public Set<Integer> hold(Collection<Integer> lanes) {
        return Set.copyOf(
                Sql.in(entities)
                        .query(
                                "select lane from inbox_lane where lane = any(?) order by lane"
                                        + " for update skip locked",
                                row -> row.getInt(1),
                                lanes));
    }

    /** What is to be routed next; parks what stands before it and was begun too often. */
    private List<Waiting> waiting(int lane, int most) {
        var waiting =
                Sql.in(entities)
                        .query(
                                "select id, lane, attempts, message_id from message where lane = ?"
                                        // H2 begins with what is never due, unless told.
                                        + " and due between ? and ?"
                                        // In the order of the index: H2 sorts for any other.
                                        + " order by lane, due, id limit ?",
                                Waiting::of,
                                lane,
                                Instant.EPOCH,
                                Instant.now(),
                                most);
        while (!waiting.isEmpty() && waiting.get(0).attempts() >= MOST_ATTEMPTS) {
            park(waiting.remove(0));
        }
        return waiting;
    }

    private void park(Waiting hopeless) {
        LOG.parked(hopeless.messageId(), hopeless.attempts());
        giveUp(
                hopeless.row(),
                "parked: begun %d times and never ended".formatted(hopeless.attempts()));
    }

    /** Gives up on a message that cannot be routed; it stays, with what went wrong. */
    @TransactionAttribute(REQUIRES_NEW)
    public void giveUp(long row, String problem) {
        var now = Instant.now();
        entities.createQuery(
                        "select t from Transmission t join fetch t.message where t.message.id = :row",
                        Transmission.class)
                .setParameter("row", row)
                .getResultStream()
                .forEach(
                        transmission -> {
                            transmission.errored(problem, now);
                            transmission.getMessage().errored(problem, now);
                        });
    }

    /**
     * Lets the apps see a message once more that had gone wrong.
     *
     * @return in which lane it waits; empty if it is gone, or waits already
     */
    public Optional<Integer> again(String messageId) {
        var found =
                entities.createQuery(
                                "select t from Transmission t join fetch t.message"
                                        + " where t.message.messageId = :id"
                                        + " and t.message.direction = :in"
                                        + " and t.message.status = :errored",
                                Transmission.class)
                        .setParameter("id", messageId)
                        .setParameter("in", Direction.INCOMING)
                        .setParameter("errored", Status.ERRORED)
                        .getResultStream()
                        .findFirst();
        var now = Instant.now();
        var lane = found.map(t -> Lane.of(t.getConnection().getId()));
        found.ifPresent(
                t -> {
                    t.again(now);
                    t.getMessage().again(lane.get(), now);
                });
        return lane;
    }
}
