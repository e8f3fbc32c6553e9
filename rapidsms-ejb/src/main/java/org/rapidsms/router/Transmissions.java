package org.rapidsms.router;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.rapidsms.backend.Backends;
import org.rapidsms.contact.Connection;
import org.rapidsms.contact.Connections;
import org.rapidsms.message.Message;
import org.rapidsms.message.MessageStatuses;
import org.rapidsms.message.OutgoingMessage;
import org.rapidsms.message.Transmission;

/**
 * Where messages to phones are safe: one row each, and one for each phone, stored with what the
 * apps did. {@link Claims} and {@link Settlement} have them from there.
 */
@Stateless
@PermitAll
public class Transmissions {

    /**
     * How many are stored at once, and forgotten by the entity manager before the next. Not fewer:
     * each time it looks through all connections that it has read.
     */
    private static final int CHUNK = 5000;

    /** For how long what an eager router stores is its own to send. */
    private static final Duration EAGER = Duration.ofMinutes(1);

    @PersistenceContext EntityManager entities;

    @Inject Connections connections;

    @Inject Backends backends;

    @Inject RouterKinds kinds;

    @Inject Loops loops;

    /**
     * Stores a message with one queued transmission for each phone, in the caller's transaction.
     * Those for a backend that is not configured are errored at once.
     *
     * @return one batch for each backend; none if the message is for nobody
     */
    public List<Batch> put(OutgoingMessage message) {
        return put(message, null);
    }

    /**
     * Stores a message that apps gave while they saw another.
     *
     * @param seen which one; null if none. The message need not be an answer to it
     */
    public List<Batch> put(OutgoingMessage message, Message seen) {
        var now = Instant.now();
        var row = Message.outgoing(message, answered(message, seen), now);
        entities.persist(row);
        var phones = message.connections();
        var names = new LinkedHashSet<String>();
        boolean refused = false;
        for (int i = 0; i < phones.size(); i += CHUNK) {
            var chunk = phones.subList(i, Math.min(phones.size(), i + CHUNK));
            var taken = put(row, chunk, now);
            refused |= taken.size() < chunk.size();
            names.addAll(taken);
        }
        if (names.isEmpty() || refused) {
            MessageStatuses.follow(entities, List.of(row.getId()), now);
        }
        return names.stream().map(backend -> new Batch(row.getId(), backend)).toList();
    }

    /**
     * @return the backend of each phone that can be sent to
     */
    private List<String> put(Message row, List<Connection> phones, Instant now) {
        var stored = new ArrayList<Transmission>(phones.size());
        var names = new ArrayList<String>();
        for (var phone : connections.lookup(phones)) {
            var transmission = new Transmission(row, phone, now);
            var refusal = refusal(row, phone, now);
            if (refusal != null) {
                transmission.errored(refusal, now);
            } else {
                names.add(phone.getBackend());
                if (kinds.of(phone.getBackend()).isEager()) {
                    transmission.reserve(now.plus(EAGER));
                }
            }
            entities.persist(transmission);
            stored.add(transmission);
        }
        if (phones.size() == CHUNK) {
            entities.flush();
            stored.forEach(entities::detach);
        }
        return names;
    }

    /** Why a text cannot be sent to a phone; null if it can. */
    private String refusal(Message row, Connection phone, Instant now) {
        if (backends.find(phone.getBackend()).isEmpty()) {
            return "no such backend is configured";
        }
        var stopped = Consents.refusal(row, phone);
        if (stopped != null) {
            return stopped;
        }
        boolean looping =
                row.getInResponseTo() != null && loops.isLooping(phone.getId(), row.getText(), now);
        return looping ? "looping: the phone was just answered the same many times" : null;
    }

    private Message answered(OutgoingMessage message, Message seen) {
        var answered = message.inResponseTo();
        if (seen != null && answered.filter(a -> a.id().equals(seen.getMessageId())).isPresent()) {
            return seen;
        }
        return answered.flatMap(
                        original ->
                                entities.createQuery(
                                                "select m from Message m where m.messageId = :id",
                                                Message.class)
                                        .setParameter("id", original.id())
                                        .getResultStream()
                                        .findFirst())
                .orElse(null);
    }
}
