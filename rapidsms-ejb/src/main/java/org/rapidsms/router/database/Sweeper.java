package org.rapidsms.router.database;

import static org.rapidsms.router.database.DatabaseRouterLog.LOG;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.rapidsms.message.Direction;
import org.rapidsms.message.Status;
import org.rapidsms.router.Batch;

/** Rings again for what has waited too long: its doorbell was lost, perhaps with the server. */
@Singleton
@PermitAll
public class Sweeper {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int AT_A_TIME = 1000;

    @PersistenceContext EntityManager entities;

    @Inject Doorbell doorbell;

    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
    void sweep() {
        var before = Instant.now().minus(PATIENCE);
        var messages = waitingMessages(before);
        var batches = waitingBatches(before);
        if (!messages.isEmpty() || !batches.isEmpty()) {
            LOG.swept(messages.size(), batches.size());
        }
        messages.forEach(doorbell::incoming);
        batches.forEach(doorbell::outgoing);
    }

    private List<Long> waitingMessages(Instant before) {
        // Asked for a date too, H2 takes the index of dates, and reads all messages there are.
        return entities.createQuery(
                        "select m.id, m.date from Message m"
                                + " where m.direction = :in and m.status = :queued"
                                + " order by m.direction, m.status, m.id",
                        Tuple.class)
                .setParameter("in", Direction.INCOMING)
                .setParameter("queued", Status.QUEUED)
                .setMaxResults(AT_A_TIME)
                .getResultStream()
                .filter(message -> message.get(1, Instant.class).isBefore(before))
                .map(message -> message.get(0, Long.class))
                .toList();
    }

    private List<Batch> waitingBatches(Instant before) {
        // Joined with messages, H2 begins with all that go out.
        return entities.createQuery(
                        "select distinct new org.rapidsms.router.Batch(t.message.id, c.backend)"
                                + " from Transmission t join t.connection c"
                                + " where t.status = :queued and t.updated < :before"
                                + " and exists (select 1 from Message m"
                                + " where m = t.message and m.direction = :out)",
                        Batch.class)
                .setParameter("queued", Status.QUEUED)
                .setParameter("out", Direction.OUTGOING)
                .setParameter("before", before)
                .setMaxResults(AT_A_TIME)
                .getResultList();
    }
}
