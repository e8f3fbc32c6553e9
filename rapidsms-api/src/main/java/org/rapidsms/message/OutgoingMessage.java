package org.rapidsms.message;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.rapidsms.contact.Connection;

/**
 * A text to phones, on its way through the apps.
 *
 * <p>It is processed once the apps have let it pass; that says nothing of whether a gateway has
 * taken it, which is told by its {@link Transmission}s. See the manual of RapidSMS, "Messages".
 */
public class OutgoingMessage {

    /** The field that holds the gateway's own id of a message. */
    public static final String EXTERNAL_ID = "external_id";

    /** What backends call the id of the message that is answered. */
    public static final String IN_RESPONSE_TO = "in_response_to";

    private final String id;
    private final List<Connection> connections;
    private final Map<String, Object> fields;
    private final IncomingMessage inResponseTo;
    private String text;
    private String answeredBy;
    private boolean processed;

    /** Makes a message that answers no other. */
    public OutgoingMessage(Collection<Connection> connections, String text) {
        this(connections, text, Map.of(), null);
    }

    /** Makes a message with an id of its own. */
    public OutgoingMessage(
            Collection<Connection> connections,
            String text,
            Map<String, ?> fields,
            IncomingMessage inResponseTo) {
        this(MessageIds.next(), connections, text, fields, inResponseTo);
    }

    /**
     * Makes a message that already has a name.
     *
     * @param id at most 64 characters, and no other message's
     * @param connections the phones, in order; the same one twice is one phone. May be empty: then
     *     the apps see the message, and nobody gets it
     * @param text may be empty, never null; what no database stores is left out
     * @param fields notes for the apps; are copied
     * @param inResponseTo the message that is answered, or null
     */
    public OutgoingMessage(
            String id,
            Collection<Connection> connections,
            String text,
            Map<String, ?> fields,
            IncomingMessage inResponseTo) {
        this.id = Objects.requireNonNull(id, "id");
        this.connections = connections.stream().distinct().toList();
        this.text = StorableText.of(Objects.requireNonNull(text, "text"));
        this.fields = new HashMap<>(fields);
        this.inResponseTo = inResponseTo;
        this.answeredBy = inResponseTo == null ? null : inResponseTo.inTurn().orElse(null);
    }

    /** The name of this message: 32 hexadecimal digits unless its maker chose another. */
    public String id() {
        return id;
    }

    /** The phones that it goes to, each once; unmodifiable. */
    public List<Connection> connections() {
        return connections;
    }

    public String text() {
        return text;
    }

    /** Changes what the phones will read. */
    public void changeText(String changed) {
        text = StorableText.of(Objects.requireNonNull(changed, "text"));
    }

    /** Notes that travel with the message from app to app; may be changed. */
    public Map<String, Object> fields() {
        return fields;
    }

    /** The message that this one answers. */
    public Optional<IncomingMessage> inResponseTo() {
        return Optional.ofNullable(inResponseTo);
    }

    /** The app that gave this answer, as in {@link IncomingMessage#inTurn}; empty if none did. */
    public Optional<String> answeredBy() {
        return Optional.ofNullable(answeredBy);
    }

    /** Says which app gave it, unless that is known already. */
    void givenBy(String app) {
        if (answeredBy == null) {
            answeredBy = app;
        }
    }

    /** Whether the apps have let it pass. */
    public boolean processed() {
        return processed;
    }

    /** Says that the apps have let it pass; for routers. */
    public void markProcessed() {
        processed = true;
    }

    /**
     * What backends are told beside text and phones: {@value #IN_RESPONSE_TO} if this answers a
     * message, and that message's {@value #EXTERNAL_ID} if it has one and is answered to the phone
     * that wrote it. Never null.
     */
    public Map<String, String> context() {
        var context = new HashMap<String, String>();
        inResponseTo()
                .ifPresent(
                        original -> {
                            context.put(IN_RESPONSE_TO, original.id());
                            original.externalId()
                                    .filter(
                                            id ->
                                                    connections.equals(
                                                            List.of(original.connection())))
                                    .ifPresent(id -> context.put(EXTERNAL_ID, id));
                        });
        return context;
    }

    /** The text. */
    @Override
    public String toString() {
        return text;
    }
}
