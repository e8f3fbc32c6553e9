package org.rapidsms.router;

import static jakarta.ejb.TransactionAttributeType.REQUIRES_NEW;
import static org.rapidsms.router.RouterLog.LOG;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ApplicationException;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jboss.ejb3.annotation.TransactionTimeout;
import org.rapidsms.app.App;
import org.rapidsms.message.Direction;
import org.rapidsms.message.IncomingMessage;
import org.rapidsms.message.Message;
import org.rapidsms.message.OutgoingMessage;
import org.rapidsms.message.Status;
import org.rapidsms.message.Transmission;

/**
 * Routes stored messages: what the apps store and what they answer is one transaction.
 *
 * <p>Before, another short transaction counts that it was begun. A message over which the server
 * dies, or over which an app does not come to an end, is thus known when it comes again, and parked
 * when it has come too often.
 */
@Stateless
@PermitAll
public class IncomingWorker {

    /** Hibernate's spelling of SKIP LOCKED: a lock timeout of -2. */
    private static final Map<String, Object> SKIP_LOCKED =
            Map.of("jakarta.persistence.lock.timeout", -2);

    @PersistenceContext EntityManager entities;

    @Resource SessionContext context;

    @Inject Apps apps;

    @Inject Transmissions transmissions;

    @Inject RouterConfig config;

    /** How many messages are routed in one transaction when many wait. */
    private static final int BATCH = 50;

    /** How often a message may be begun and never end. */
    private static final int MOST_ATTEMPTS = 3;

    /**
     * How to route a message that could not be routed before.
     *
     * @param without the apps that have spoiled an earlier attempt
     * @param flushing whether to store what each app did before the next is asked, so that one that
     *     did what the database refuses is found out
     */
    public record Attempt(Set<String> without, boolean flushing) {

        /** Nothing has gone wrong yet. */
        static final Attempt FIRST = new Attempt(Set.of(), false);

        Attempt without(String app) {
            var all = new HashSet<>(without);
            all.add(app);
            return new Attempt(Set.copyOf(all), flushing);
        }

        Attempt flushed() {
            return new Attempt(without, true);
        }
    }

    /** An app has spoiled the transaction, for instance by storing what the database refuses. */
    @ApplicationException(rollback = true)
    public static class SpoiledException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String app;

        SpoiledException(String app) {
            super("spoiled by " + app);
            this.app = app;
        }

        String app() {
            return app;
        }
    }

    /**
     * Takes on what waits in a lane, in its order.
     *
     * @return the numbers of their rows; just one if it was taken on before and never ended. None
     *     if nothing waits, or another node is at work in the lane
     */
    @TransactionAttribute(REQUIRES_NEW)
    public List<Long> begin(int lane) {
        if (!hold(lane)) {
            return List.of();
        }
        var waiting = waiting(lane);
        while (!waiting.isEmpty() && waiting.get(0).getAttempts() >= MOST_ATTEMPTS) {
            var hopeless = waiting.remove(0);
            LOG.parked(hopeless.getMessageId(), hopeless.getAttempts());
            giveUp(
                    hopeless.getId(),
                    "parked: begun %d times and never ended".formatted(hopeless.getAttempts()));
        }
        int count = 1;
        while (count < waiting.size()
                && waiting.get(0).getAttempts() == 0
                && waiting.get(count).getAttempts() == 0) {
            count++;
        }
        var taken = waiting.stream().limit(count).toList();
        taken.forEach(Message::begun);
        return taken.stream().map(Message::getId).toList();
    }

    /** Keeps others out of a lane until the transaction ends; false if somebody is in it. */
    private boolean hold(int lane) {
        return !entities.createNativeQuery(
                        "select lane from inbox_lane where lane = :lane for update skip locked")
                .setParameter("lane", lane)
                .getResultList()
                .isEmpty();
    }

    private List<Message> waiting(int lane) {
        return new ArrayList<>(
                entities.createQuery(
                                "select m from Message m where m.lane = :lane"
                                        // H2 begins with what is never due, unless told.
                                        + " and m.due between :ever and :now"
                                        // In the order of the index: H2 sorts for any other.
                                        + " order by m.lane, m.due, m.id",
                                Message.class)
                        .setParameter("lane", lane)
                        .setParameter("ever", Instant.EPOCH)
                        .setParameter("now", Instant.now())
                        .setMaxResults(BATCH)
                        .getResultList());
    }

    /**
     * Routes messages of one lane, one after the other, in one transaction.
     *
     * @return what is to be sent once this has committed
     * @throws SpoiledException if one of them cannot be routed with the others; none of them is
     *     then
     */
    @TransactionAttribute(REQUIRES_NEW)
    @TransactionTimeout(60)
    public List<Batch> routeAll(int lane, List<Long> rows) {
        if (!hold(lane)) {
            return List.of();
        }
        var batches = new ArrayList<Batch>();
        for (var transmission : queued(rows)) {
            batches.addAll(route(transmission, Optional.empty(), Attempt.FIRST));
        }
        return batches;
    }

    private List<Transmission> queued(List<Long> rows) {
        var found = new HashMap<Long, Transmission>();
        entities.createQuery(
                        "select t from Transmission t join fetch t.message join fetch t.connection"
                                + " left join fetch t.connection.contact where t.message.id in :rows"
                                + " and t.message.status = :queued",
                        Transmission.class)
                .setParameter("rows", rows)
                .setParameter("queued", Status.QUEUED)
                .getResultStream()
                .forEach(t -> found.put(t.getMessage().getId(), t));
        return rows.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    /**
     * Routes a message, if it is still queued and nobody else is at it.
     *
     * @param row its number
     * @param live the object that the caller of the messaging API holds; empty to make one
     * @param attempt what earlier attempts have taught
     * @return what is to be sent once this has committed
     */
    @TransactionAttribute(REQUIRES_NEW)
    @TransactionTimeout(60)
    public List<Batch> route(long row, Optional<IncomingMessage> live, Attempt attempt) {
        var stored = entities.find(Message.class, row, LockModeType.PESSIMISTIC_WRITE, SKIP_LOCKED);
        if (stored == null || stored.getStatus() != Status.QUEUED) {
            return List.of();
        }
        return route(transmission(stored), live, attempt);
    }

    private List<Batch> route(
            Transmission transmission, Optional<IncomingMessage> live, Attempt attempt) {
        var stored = transmission.getMessage();
        var message = live.orElseGet(() -> Inbox.take(stored, transmission));
        message.connectTo(transmission.getConnection());
        message.answerIn(config.language());

        var answers = new ArrayList<OutgoingMessage>();
        var routing = new Router(apps(attempt), answers::add).receive(message);
        if (context.getRollbackOnly() && !routing.failedApps().isEmpty()) {
            // Those that failed after the first failed because of it.
            throw new SpoiledException(routing.failedApps().iterator().next());
        }
        conclude(stored, transmission, routing, attempt.without());
        return answers.stream()
                .flatMap(answer -> transmissions.put(answer, stored).stream())
                .toList();
    }

    private List<App> apps(Attempt attempt) {
        var chosen = apps.without(attempt.without());
        return attempt.flushing()
                ? chosen.stream().<App>map(app -> new FlushedApp(app, entities)).toList()
                : chosen;
    }

    private Transmission transmission(Message stored) {
        return entities.createQuery(
                        "select t from Transmission t join fetch t.connection"
                                + " left join fetch t.connection.contact where t.message = :m",
                        Transmission.class)
                .setParameter("m", stored)
                .getSingleResult();
    }

    private static void conclude(
            Message stored, Transmission transmission, Routing routing, Set<String> without) {
        var now = Instant.now();
        var failed = new ArrayList<>(without);
        failed.addAll(routing.failedApps());
        stored.went(routing.trail());
        if (failed.isEmpty()) {
            stored.received(routing.handledBy().orElse(null), now);
            transmission.received(now);
        } else {
            var problem = "failed: " + String.join(", ", failed);
            stored.errored(problem, now);
            transmission.errored(problem, now);
        }
    }

    /** Gives up on a message that cannot be routed; it stays, with what went wrong. */
    @TransactionAttribute(REQUIRES_NEW)
    public void giveUp(long row, String problem) {
        var stored = entities.find(Message.class, row);
        var now = Instant.now();
        stored.errored(problem, now);
        transmission(stored).errored(problem, now);
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
