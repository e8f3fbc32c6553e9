package org.rapidsms.router;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.rapidsms.backend.BackendState;
import org.rapidsms.backend.DeliveryReport;
import org.rapidsms.message.MessageStatuses;
import org.rapidsms.message.ReceivedReport;
import org.rapidsms.message.Transmission;
import org.rapidsms.schema.Sql;

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
        var found = find(backend, report);
        if (found.isEmpty() && !report.externalIds().isEmpty()) {
            // The call that was answered with this id may be settled just now: then one of the two
            // waits here for the other, and sees what that one wrote.
            entities.find(BackendState.class, backend, LockModeType.PESSIMISTIC_WRITE);
            found = find(backend, report);
        }
        var now = Instant.now();
        var kept = new ReceivedReport(backend, report, found.orElse(null), now);
        entities.persist(kept);
        found.ifPresent(transmission -> apply(kept, transmission, now));
    }

    /** The backends by which a message went out to a phone. */
    public List<String> backends(String messageId, String identity) {
        return Sql.in(entities)
                .query(
                        "select t.backend from message m join transmission t on t.message_id = m.id"
                                + " join connection c on c.id = t.connection_id"
                                + " where m.message_id = ? and c.identity = ?",
                        row -> row.getString(1),
                        messageId,
                        identity);
    }

    private Optional<Transmission> find(String backend, DeliveryReport report) {
        return (report.messageId().isEmpty()
                        ? byExternalId(backend, report)
                        : byOurs(backend, report))
                .map(row -> entities.find(Transmission.class, row, LockModeType.PESSIMISTIC_WRITE));
    }

    private Optional<Long> byOurs(String backend, DeliveryReport report) {
        return Sql.in(entities)
                .query(
                        "select t.id from message m join transmission t on t.message_id = m.id"
                                + " join connection c on c.id = t.connection_id"
                                + " where m.message_id = ? and t.backend = ? and c.identity = ?",
                        row -> row.getLong(1),
                        report.messageId(),
                        backend,
                        report.identity())
                .stream()
                .findFirst();
    }

    private Optional<Long> byExternalId(String backend, DeliveryReport report) {
        var rows = new HashMap<String, Long>();
        Sql.in(entities)
                .query(
                        "select t.external_id, t.id from transmission t"
                                + " join connection c on c.id = t.connection_id"
                                + " where t.backend = ? and t.external_id = any(?)"
                                + " and ? in ('', c.identity)",
                        row -> rows.put(row.getString(1), row.getLong(2)),
                        backend,
                        report.externalIds(),
                        report.identity());
        return report.externalIds().stream().map(rows::get).filter(Objects::nonNull).findFirst();
    }

    /**
     * Applies what was reported of texts before it was known that they are meant. Whoever calls
     * this holds the backend's state.
     *
     * @param transmissions by the gateway's ids, which have just become known
     */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void catchUp(String backend, Map<String, List<Long>> transmissions) {
        var now = Instant.now();
        Sql.in(entities)
                .query(
                        "select id from delivery_report where backend = ? and external_id = any(?)"
                                + " and transmission_id is null order by id",
                        row -> row.getLong(1),
                        backend,
                        transmissions.keySet())
                .forEach(row -> catchUp(row, transmissions, now));
    }

    private void catchUp(Long row, Map<String, List<Long>> transmissions, Instant now) {
        var report = entities.find(ReceivedReport.class, row);
        transmissions.get(report.getExternalId()).stream()
                .map(id -> entities.find(Transmission.class, id, LockModeType.PESSIMISTIC_WRITE))
                .filter(Objects::nonNull)
                .filter(t -> isOf(report, t))
                .findFirst()
                .ifPresent(transmission -> apply(report, transmission, now));
    }

    private static boolean isOf(ReceivedReport report, Transmission transmission) {
        var identity = report.getIdentity();
        return identity.isEmpty() || identity.equals(transmission.getConnection().getIdentity());
    }

    private void apply(ReceivedReport report, Transmission transmission, Instant now) {
        report.apply(transmission, now);
        MessageStatuses.follow(entities, List.of(transmission.getMessage().getId()), now);
    }
}
