package org.rapidsms.router;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonString;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.rapidsms.backend.Backends;
import org.rapidsms.backend.ConfiguredBackend;
import org.rapidsms.contact.Connections;
import org.rapidsms.message.Direction;
import org.rapidsms.message.IncomingMessage;
import org.rapidsms.message.Message;
import org.rapidsms.message.Transmission;

/** Where messages from phones are safe: one row each, unique by backend and gateway's id. */
@Stateless
@PermitAll
public class Inbox {

    /** For how long what an eager router stores is its own to route. */
    private static final Duration EAGER = Duration.ofMinutes(1);

    @PersistenceContext EntityManager entities;

    @Inject Connections connections;

    @Inject RouterKinds kinds;

    @Inject Backends backends;

    /**
     * Stores a message, queued.
     *
     * @return where it is; empty if it is there already
     * @throws jakarta.ejb.EJBException if it came at the same instant by another thread and that
     *     one was faster: ask {@link #has} then
     */
    public Optional<Stored> put(IncomingMessage message) {
        if (has(message)) {
            return Optional.empty();
        }
        var now = Instant.now();
        var phone = message.connection();
        var connection = connections.lookup(phone.getBackend(), phone.getIdentity());
        message.connectTo(connection);
        if (message.externalId().isEmpty() && isRepeated(message, now)) {
            return Optional.empty();
        }
        boolean eager = kinds.of(phone.getBackend()).isEager();
        var row = Message.incoming(message, json(message.fields()), now);
        row.waitsIn(Lane.of(connection.getId()), eager ? now.plus(EAGER) : now);
        entities.persist(row);
        entities.persist(new Transmission(row, message.connection(), now));
        entities.flush();
        return Optional.of(new Stored(row.getId(), Lane.of(connection.getId())));
    }

    /** Whether the phone has just written the same, by a gateway that gives no ids. */
    private boolean isRepeated(IncomingMessage message, Instant now) {
        var connection = message.connection();
        var window =
                backends.find(connection.getBackend())
                        .map(ConfiguredBackend::duplicateWindow)
                        .orElse(Duration.ZERO);
        if (window.isZero()) {
            return false;
        }
        // Its twin may be on its way in another thread.
        entities.lock(connection, LockModeType.PESSIMISTIC_WRITE);
        return !entities.createQuery(
                        "select 1 from Transmission t where t.connection = :phone"
                                + " and t.date > :since and t.message.direction = :in"
                                + " and t.message.text = :text",
                        Integer.class)
                .setParameter("phone", connection)
                .setParameter("since", now.minus(window))
                .setParameter("in", Direction.INCOMING)
                .setParameter("text", message.rawText())
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /**
     * Whether a message with this backend and gateway's id is stored; false if it has no such id.
     */
    public boolean has(IncomingMessage message) {
        return message.externalId()
                .map(id -> has(message.connection().getBackend(), id))
                .orElse(false);
    }

    private boolean has(String backend, String externalId) {
        return !entities.createQuery(
                        "select 1 from Message m where m.backend = :b and m.externalId = :e")
                .setParameter("b", backend)
                .setParameter("e", externalId)
                .getResultList()
                .isEmpty();
    }

    /** Whether a message of this name, from a phone or to one, is stored. */
    public boolean knows(String messageId) {
        return !entities.createQuery("select 1 from Message m where m.messageId = :id")
                .setParameter("id", messageId)
                .getResultList()
                .isEmpty();
    }

    /**
     * Asks the database anything.
     *
     * @throws jakarta.ejb.EJBException if it does not answer
     */
    public void ask() {
        entities.createNativeQuery("select 1").getSingleResult();
    }

    /** Makes the message anew from its row. */
    static IncomingMessage take(Message row, Transmission transmission) {
        return new IncomingMessage(
                row.getMessageId(),
                transmission.getConnection(),
                row.getText(),
                fields(row.getFields()));
    }

    /** The texts among fields, as a JSON object; null if there are none. */
    static String json(Map<String, Object> fields) {
        var texts = new HashMap<String, Object>(fields);
        texts.values().removeIf(value -> !(value instanceof String));
        return texts.isEmpty() ? null : Json.createObjectBuilder(texts).build().toString();
    }

    /** What {@link #json} has written. */
    static Map<String, String> fields(String json) {
        var fields = new HashMap<String, String>();
        if (json != null) {
            try (var reader = Json.createReader(new StringReader(json))) {
                reader.readObject()
                        .forEach(
                                (name, value) ->
                                        fields.put(name, ((JsonString) value).getString()));
            }
        }
        return fields;
    }
}
