package org.rapidsms.router;

import static jakarta.ejb.TransactionAttributeType.REQUIRES_NEW;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rapidsms.backend.Outcome;
import org.rapidsms.backend.OutgoingSms;
import org.rapidsms.backend.SendFailure;
import org.rapidsms.contact.Connections;
import org.rapidsms.message.Message;
import org.rapidsms.message.OutgoingMessage;
import org.rapidsms.message.Status;
import org.rapidsms.message.Transmission;

/**
 * Where messages to phones are safe: one row each, and one for each phone.
 *
 * <p>A transmission is stored with what the apps did, claimed in a short transaction, handed to the
 * gateway outside any, and settled in another short one.
 */
@Stateless
@PermitAll
public class Transmissions {

    /** Hibernate's spelling of SKIP LOCKED: a lock timeout of -2. */
    static final Map<String, Object> SKIP_LOCKED = Map.of("jakarta.persistence.lock.timeout", -2);

    @PersistenceContext EntityManager entities;

    @Inject Connections connections;

    @Inject RouterConfig config;

    /**
     * What is to be sent now, and the rows that it is for.
     *
     * @param sms for the backend
     * @param transmissions the numbers of their rows
     */
    public record Claim(OutgoingSms sms, List<Long> transmissions) {}

    /**
     * Stores a message with one queued transmission for each phone, in the caller's transaction.
     *
     * @return one batch for each backend; none if the message is for nobody
     */
    public List<Batch> put(OutgoingMessage message) {
        var now = Instant.now();
        var row = Message.outgoing(message, answered(message), now);
        entities.persist(row);
        for (var phone : message.connections()) {
            var connection = connections.lookup(phone.getBackend(), phone.getIdentity());
            entities.persist(new Transmission(row, connection, now));
        }
        if (message.connections().isEmpty()) {
            row.follow(List.of(), now);
        }
        return message.connections().stream()
                .map(phone -> new Batch(row.getId(), phone.getBackend()))
                .distinct()
                .toList();
    }

    private Message answered(OutgoingMessage message) {
        return message.inResponseTo()
                .flatMap(
                        original ->
                                entities.createQuery(
                                                "select m from Message m where m.messageId = :id",
                                                Message.class)
                                        .setParameter("id", original.id())
                                        .getResultStream()
                                        .findFirst())
                .orElse(null);
    }

    /** Takes some of a batch that still wait; nobody else gets them. */
    @TransactionAttribute(REQUIRES_NEW)
    public Optional<Claim> claim(Batch batch) {
        // No join: it would lock the message too, and a batch of it for another backend would skip.
        var claimed =
                entities.createQuery(
                                "select t from Transmission t where t.message.id = :m and t.status = :q"
                                        + " and t.connection.id in (select c.id from Connection c"
                                        + " where c.backend = :b) order by t.id",
                                Transmission.class)
                        .setParameter("m", batch.message())
                        .setParameter("b", batch.backend())
                        .setParameter("q", Status.QUEUED)
                        .setMaxResults(config.batchSize())
                        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                        .setHint("jakarta.persistence.lock.timeout", -2)
                        .getResultList();
        if (claimed.isEmpty()) {
            return Optional.empty();
        }
        var now = Instant.now();
        claimed.forEach(transmission -> transmission.processing(now));
        return Optional.of(
                new Claim(
                        sms(claimed.get(0).getMessage(), claimed),
                        claimed.stream().map(Transmission::getId).toList()));
    }

    private static OutgoingSms sms(Message message, List<Transmission> claimed) {
        var identities = claimed.stream().map(t -> t.getConnection().getIdentity()).toList();
        return new OutgoingSms(
                message.getMessageId(), message.getText(), identities, context(message));
    }

    private static Map<String, String> context(Message message) {
        var original = message.getInResponseTo();
        if (original == null) {
            return Map.of();
        }
        var answered = Map.of(OutgoingMessage.IN_RESPONSE_TO, original.getMessageId());
        return original.getExternalId() == null
                ? answered
                : Map.of(
                        OutgoingMessage.IN_RESPONSE_TO,
                        original.getMessageId(),
                        OutgoingMessage.EXTERNAL_ID,
                        original.getExternalId());
    }

    /** Writes down what became of claimed transmissions. */
    @TransactionAttribute(REQUIRES_NEW)
    public void settle(Claim claim, List<Outcome> outcomes) {
        var byIdentity =
                outcomes.stream()
                        .collect(
                                Collectors.toMap(
                                        Outcome::identity, Function.identity(), (one, two) -> one));
        var now = Instant.now();
        var claimed =
                entities.createQuery(
                                "select t from Transmission t join fetch t.message"
                                        + " join fetch t.connection where t.id in :ids",
                                Transmission.class)
                        .setParameter("ids", claim.transmissions())
                        .getResultList();
        for (var transmission : claimed) {
            var identity = transmission.getConnection().getIdentity();
            settle(transmission, byIdentity.getOrDefault(identity, notTold(identity)), now);
        }
        // An administrator may have deleted them meanwhile.
        claimed.stream().findFirst().ifPresent(first -> follow(first.getMessage(), now));
    }

    private static Outcome notTold(String identity) {
        return Outcome.failed(identity, SendFailure.UNKNOWN, "the backend did not say");
    }

    private static void settle(Transmission transmission, Outcome outcome, Instant now) {
        outcome.failure()
                .ifPresentOrElse(
                        failure -> transmission.errored(failure + ": " + outcome.words(), now),
                        () -> transmission.sent(outcome.externalId().orElse(null), now));
    }

    /** Brings a message's status in line with those of its transmissions. */
    public void follow(Message message, Instant now) {
        // Two batches of one message may end at once: the second must see what the first wrote.
        entities.lock(message, LockModeType.PESSIMISTIC_WRITE);
        message.follow(
                entities.createQuery(
                                "select distinct t.status from Transmission t where t.message = :m",
                                Status.class)
                        .setParameter("m", message)
                        .getResultList(),
                now);
    }
}
