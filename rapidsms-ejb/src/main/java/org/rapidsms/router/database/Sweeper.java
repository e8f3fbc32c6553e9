package org.rapidsms.router.database;

import static org.rapidsms.router.database.DatabaseRouterLog.LOG;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.rapidsms.backend.BackendState;
import org.rapidsms.backend.Backends;
import org.rapidsms.message.Direction;
import org.rapidsms.message.Status;

/**
 * Rings for what is due: its doorbell was lost, perhaps with the server, or nobody rang because it
 * had to wait for its time.
 */
@Singleton
@PermitAll
public class Sweeper {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int AT_A_TIME = 1000;

    @PersistenceContext EntityManager entities;

    @Inject Backends backends;

    @Inject Doorbell doorbell;

    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
    void sweep() {
        var messages = waitingMessages(Instant.now().minus(PATIENCE));
        if (!messages.isEmpty()) {
            LOG.swept(messages.size());
        }
        messages.forEach(doorbell::incoming);
    }

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void wakeBackends() {
        var now = Instant.now();
        backends.all().stream()
                .map(backend -> backend.name())
                .filter(name -> isDue(name, now) && !isPaused(name, now))
                .forEach(doorbell::outgoing);
    }

    private boolean isDue(String backend, Instant now) {
        return isDue(backend, true, now) || isDue(backend, false, now);
    }

    private boolean isDue(String backend, boolean urgent, Instant now) {
        return !entities.createQuery(
                        "select 1 from Transmission t where t.backend = :backend"
                                + " and t.urgent = :urgent and t.due <= :now",
                        Integer.class)
                .setParameter("backend", backend)
                .setParameter("urgent", urgent)
                .setParameter("now", now)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    private boolean isPaused(String backend, Instant now) {
        var state = entities.find(BackendState.class, backend);
        return state != null && state.isPaused(now);
    }

    private List<Long> waitingMessages(Instant before) {
        return entities.createQuery(
                        "select m.id from Message m where m.direction = :in and m.status = :queued"
                                + " and m.date < :before order by m.id",
                        Long.class)
                .setParameter("in", Direction.INCOMING)
                .setParameter("queued", Status.QUEUED)
                .setParameter("before", before)
                .setMaxResults(AT_A_TIME)
                .getResultList();
    }
}
