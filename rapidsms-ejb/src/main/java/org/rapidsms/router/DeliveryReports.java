package org.rapidsms.router;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import org.rapidsms.backend.DeliveryReport;
import org.rapidsms.message.MessageStatuses;
import org.rapidsms.message.ReceivedReport;
import org.rapidsms.message.Status;
import org.rapidsms.message.Transmission;

/**
 * Moves transmissions as gateways report of them. Reports come late, twice and in any order; one
 * that would lead backwards, or that is of a message which nobody knows, changes nothing. All are
 * kept as they came.
 */
@Stateless
@PermitAll
public class DeliveryReports {

    @PersistenceContext EntityManager entities;

    /** Applies a report that came by a backend, and keeps it. */
    public void apply(String backend, DeliveryReport report) {
        var now = Instant.now();
        var found =
                entities.createQuery(
                                "select t from Transmission t where t.message.messageId = :m"
                                        + " and t.connection.backend = :b"
                                        + " and t.connection.identity = :i",
                                Transmission.class)
                        .setParameter("m", report.messageId())
                        .setParameter("b", backend)
                        .setParameter("i", report.identity())
                        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                        .getResultStream()
                        .findFirst();
        entities.persist(
                new ReceivedReport(
                        backend,
                        report.messageId(),
                        report.identity(),
                        status(report.state()),
                        report.words(),
                        found.orElse(null),
                        now));
        found.ifPresent(transmission -> apply(transmission, report, now));
    }

    private static Status status(DeliveryReport.State state) {
        return switch (state) {
            case SENT -> Status.SENT;
            case DELIVERED -> Status.DELIVERED;
            case FAILED -> Status.ERRORED;
        };
    }

    private void apply(Transmission transmission, DeliveryReport report, Instant now) {
        switch (report.state()) {
            case SENT -> transmission.sent(null, now);
            case DELIVERED -> transmission.delivered(now);
            case FAILED -> transmission.errored(report.words(), now);
        }
        MessageStatuses.follow(entities, List.of(transmission.getMessage().getId()), now);
    }
}
