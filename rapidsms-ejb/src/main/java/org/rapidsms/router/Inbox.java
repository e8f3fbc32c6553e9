package org.rapidsms.router;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rapidsms.backend.Backends;
import org.rapidsms.backend.ConfiguredBackend;
import org.rapidsms.contact.Connection;
import org.rapidsms.contact.Connections;
import org.rapidsms.message.Direction;
import org.rapidsms.message.IncomingMessage;
import org.rapidsms.message.Message;
import org.rapidsms.message.Transmission;
import org.rapidsms.schema.Sql;

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
     * Stores messages, queued.
     *
     * @return where each is; empty for one that is there already
     * @throws jakarta.ejb.EJBException if one of them came at the same instant by another thread
     *     and that one was faster: none is stored then. Ask {@link #has}
     */
    public List<Optional<Stored>> put(List<IncomingMessage> messages) {
        var now = Instant.now();
        var phones =
                connections.lookup(messages.stream().map(IncomingMessage::connection).toList());
        var known = known(messages);
        var stored = new ArrayList<Optional<Message>>();
        for (int i = 0; i < messages.size(); i++) {
            var message = messages.get(i);
            var key = Key.of(message);
            boolean isKnown = key.isPresent() && !known.add(key.get());
            stored.add(isKnown ? Optional.empty() : put(message, phones.get(i), now));
        }
        entities.flush();
        return stored.stream()
                .map(row -> row.map(m -> new Stored(m.getId(), m.getLane())))
                .toList();
    }

    private Optional<Message> put(IncomingMessage message, Connection connection, Instant now) {
        message.connectTo(connection);
        if (message.externalId().isEmpty() && isRepeated(message, now)) {
            return Optional.empty();
        }
        boolean eager = kinds.of(connection.getBackend()).isEager();
        var row = Message.incoming(message, json(message.fields()), now);
        row.waitsIn(Lane.of(connection.getId()), eager ? now.plus(EAGER) : now);
        entities.persist(row);
        entities.persist(new Transmission(row, connection, now));
        return Optional.of(row);
    }

    /** What a gateway knows a message by. */
    private record Key(String backend, String externalId) {

        static Optional<Key> of(IncomingMessage message) {
            return message.externalId().map(id -> new Key(message.connection().getBackend(), id));
        }
    }

    /** Those of the messages' keys that are stored. */
    private Set<Key> known(List<IncomingMessage> messages) {
        var ids =
                messages.stream()
                        .flatMap(message -> Key.of(message).stream())
                        .collect(groupingBy(Key::backend, mapping(Key::externalId, toSet())));
        var known = new HashSet<Key>();
        ids.forEach(
                (backend, those) ->
                        Sql.in(entities)
                                .query(
                                        "select external_id from message where backend = ?"
                                                + " and external_id = any(?)",
                                        row -> row.getString(1),
                                        backend,
                                        those)
                                .forEach(id -> known.add(new Key(backend, id))));
        return known;
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
        return !known(List.of(message)).isEmpty();
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
