package org.rapidsms.router;

import static jakarta.ejb.TransactionAttributeType.MANDATORY;
import static jakarta.ejb.TransactionAttributeType.REQUIRES_NEW;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

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
import org.hibernate.Session;
import org.jboss.ejb3.annotation.TransactionTimeout;
import org.rapidsms.app.App;
import org.rapidsms.message.IncomingMessage;
import org.rapidsms.message.Message;
import org.rapidsms.message.OutgoingMessage;
import org.rapidsms.message.Status;
import org.rapidsms.message.Transmission;
import org.rapidsms.message.Turn;
import org.rapidsms.schema.Sql;

/**
 * Routes stored messages: what the apps store and what they answer is one transaction.
 *
 * <p>Before, {@link InboxClaims} has counted that they were begun.
 */
@Stateless
@PermitAll
public class IncomingWorker {

    /** Hibernate's spelling of SKIP LOCKED: a lock timeout of -2. */
    private static final Map<String, Object> SKIP_LOCKED =
            Map.of("jakarta.persistence.lock.timeout", -2);

    @PersistenceContext EntityManager entities;

    @Resource SessionContext context;

    @Inject InboxClaims claims;

    @Inject Apps apps;

    @Inject Inbox inbox;

    @Inject Transmissions transmissions;

    @Inject RouterConfig config;

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
     * Routes messages, one after the other, in one transaction. Leaves out those whose lane another
     * node is in.
     *
     * @return what is to be sent once this has committed
     * @throws SpoiledException if one of them cannot be routed with the others; none of them is
     *     then
     */
    @TransactionAttribute(REQUIRES_NEW)
    @TransactionTimeout(60)
    public List<Batch> routeAll(List<Stored> begun) {
        var ours = claims.hold(begun.stream().map(Stored::lane).collect(toSet()));
        var rows =
                begun.stream().filter(one -> ours.contains(one.lane())).map(Stored::row).toList();
        var batches = new ArrayList<Batch>();
        var received = new ArrayList<Received>();
        for (var transmission : queued(rows)) {
            batches.addAll(route(transmission, Optional.empty(), Attempt.FIRST, received));
        }
        write(received);
        return batches;
    }

    private List<Transmission> queued(List<Long> rows) {
        var transmissions =
                Sql.in(entities)
                        .query(
                                "select t.id from transmission t join message m on m.id ="
                                        + " t.message_id where m.id = any(?) and m.status = 'Q'",
                                row -> row.getLong(1),
                                rows);
        var found = new HashMap<Long, Transmission>();
        entities.unwrap(Session.class)
                .byMultipleIds(Transmission.class)
                .multiLoad(transmissions)
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
        var received = new ArrayList<Received>();
        var batches = route(transmission(stored), live, attempt, received);
        write(received);
        return batches;
    }

    /**
     * Stores a message and routes it, in the caller's transaction.
     *
     * @return what is to be sent once that has committed; nothing if it was stored already
     * @throws SpoiledException if an app has spoiled the transaction
     */
    @TransactionAttribute(MANDATORY)
    public List<Batch> receive(IncomingMessage message) {
        var stored = inbox.put(List.of(message)).get(0);
        var batches = stored.map(one -> route(one.row(), Optional.of(message), Attempt.FIRST));
        // What the database refuses is said here, and not only at the commit.
        entities.flush();
        return batches.orElse(List.of());
    }

    private List<Batch> route(
            Transmission transmission,
            Optional<IncomingMessage> live,
            Attempt attempt,
            List<Received> received) {
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
        conclude(transmission, routing, attempt.without()).ifPresent(received::add);
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

    /** A message that all apps have seen, none of which failed. */
    private record Received(long row, Course course) {}

    /** What the apps did with a message: the same with many. */
    private record Course(Optional<String> handledBy, String trail) {}

    private static Optional<Received> conclude(
            Transmission transmission, Routing routing, Set<String> without) {
        var stored = transmission.getMessage();
        var failed = new ArrayList<>(without);
        failed.addAll(routing.failedApps());
        if (failed.isEmpty()) {
            var course = new Course(routing.handledBy(), Turn.write(routing.trail()));
            return Optional.of(new Received(stored.getId(), course));
        }
        var now = Instant.now();
        var problem = "failed: " + String.join(", ", failed);
        stored.went(routing.trail());
        stored.errored(problem, now);
        transmission.errored(problem, now);
        return Optional.empty();
    }

    /** One statement for all with which the apps did the same, past the entities. */
    private void write(List<Received> received) {
        if (received.isEmpty()) {
            return;
        }
        var now = Instant.now();
        var sql = Sql.in(entities);
        entities.flush();
        received.stream()
                .collect(groupingBy(Received::course, mapping(Received::row, toList())))
                .forEach(
                        (course, rows) ->
                                sql.update(
                                        "update message set status = 'R', handled_by = ?,"
                                                + " trail = ?, due = null, updated = ?"
                                                + " where id = any(?)",
                                        Turn.nameOf(course.handledBy().orElse(null)),
                                        course.trail(),
                                        now,
                                        rows));
        sql.update(
                "update transmission set status = 'R', due = null, updated = ?"
                        + " where message_id = any(?)",
                now,
                received.stream().map(Received::row).toList());
    }
}
