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
import java.util.stream.IntStream;
import org.rapidsms.backend.BackendState;
import org.rapidsms.backend.Backends;
import org.rapidsms.backend.ReadyBackends;
import org.rapidsms.router.Doorbell;
import org.rapidsms.router.Lane;

/**
 * Rings for what is due: its doorbell was lost, perhaps with the server, or nobody rang because it
 * had to wait for its time.
 */
@Singleton
@PermitAll
public class Sweeper {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    @PersistenceContext EntityManager entities;

    @Inject Backends backends;

    @Inject ReadyBackends ready;

    @Inject Doorbell doorbell;

    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
    void wakeLanes() {
        var before = Instant.now().minus(PATIENCE);
        var lanes = IntStream.range(0, Lane.COUNT).filter(lane -> isDue(lane, before)).toArray();
        if (lanes.length > 0) {
            LOG.swept(lanes.length);
        }
        IntStream.of(lanes).forEach(doorbell::incoming);
    }

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void wakeBackends() {
        var now = Instant.now();
        backends.all().stream()
                .filter(ready::contains)
                .map(backend -> backend.name())
                .filter(name -> isDue(name, now) && maySend(name, now))
                .forEach(doorbell::outgoing);
    }

    private boolean isDue(String backend, Instant now) {
        return isDue(backend, true, now) || isDue(backend, false, now);
    }

    private boolean isDue(String backend, boolean urgent, Instant now) {
        return !entities.createQuery(
                        "select 1 from Transmission t where t.backend = :backend"
                                + " and t.urgent = :urgent and t.due between :ever and :now",
                        Integer.class)
                .setParameter("backend", backend)
                .setParameter("urgent", urgent)
                .setParameter("ever", Instant.EPOCH)
                .setParameter("now", now)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    private boolean maySend(String backend, Instant now) {
        var state = entities.find(BackendState.class, backend);
        return state == null || state.maySend(now);
    }

    private boolean isDue(int lane, Instant before) {
        return !entities.createQuery(
                        "select 1 from Message m where m.lane = :lane"
                                // H2 begins with what is never due, unless told where to begin.
                                + " and m.due between :ever and :before",
                        Integer.class)
                .setParameter("lane", lane)
                .setParameter("ever", Instant.EPOCH)
                .setParameter("before", before)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }
}
