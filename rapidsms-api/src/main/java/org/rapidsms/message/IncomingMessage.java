package org.rapidsms.message;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.rapidsms.contact.Connection;
import org.rapidsms.contact.Contact;
import org.rapidsms.location.Location;

/**
 * A text from a phone, on its way through the apps.
 *
 * <p>What an app answers is kept in {@link #responses()} and leaves when all phases are over. One
 * thread at a time works on a message. See the manual of RapidSMS, "Messages".
 */
public class IncomingMessage {

    private final String id;
    private final String rawText;
    private final Map<String, Object> fields;
    private final List<OutgoingMessage> responses = new ArrayList<>();
    private Connection connection;
    private Locale usualLanguage = Locale.ENGLISH;
    private String text;
    private Location location;
    private boolean handled;
    private String inTurn;

    /** Makes a message with an id of its own and no fields. */
    public IncomingMessage(Connection connection, String text) {
        this(connection, text, Map.of());
    }

    /** Makes a message with an id of its own. */
    public IncomingMessage(Connection connection, String text, Map<String, ?> fields) {
        this(MessageIds.next(), connection, text, fields);
    }

    /**
     * Makes a message that already has a name.
     *
     * @param id at most 64 characters
     * @param connection the phone, as the backend knows it
     * @param text may be empty, never null; what no database stores, U+0000 and halves of surrogate
     *     pairs, is left out
     * @param fields what the backend, or whoever else calls {@link Messaging#receive}, wants the
     *     apps to know; is copied. A text {@code external_id} is the gateway's own id of the
     *     message
     */
    public IncomingMessage(String id, Connection connection, String text, Map<String, ?> fields) {
        this.id = Objects.requireNonNull(id, "id");
        this.connection = Objects.requireNonNull(connection, "connection");
        this.rawText = StorableText.of(Objects.requireNonNull(text, "text"));
        this.text = rawText;
        this.fields = new HashMap<>(fields);
    }

    /** The name of this message: 32 hexadecimal digits unless its maker chose another. */
    public String id() {
        return id;
    }

    /** The phone that it came from. */
    public Connection connection() {
        return connection;
    }

    /**
     * Puts the stored connection in the place of the one that the message was made with: for
     * routers.
     */
    public void connectTo(Connection stored) {
        connection = Objects.requireNonNull(stored, "stored");
    }

    /** The owner of that phone, if it is known. */
    public Optional<Contact> contact() {
        return connection.contact();
    }

    /** The place that its text speaks of, if an app has found one: see {@link #locate}. */
    public Optional<Location> location() {
        return Optional.ofNullable(location);
    }

    /** Says, in an app's parse phase, which place the text speaks of. */
    public void locate(Location place) {
        location = Objects.requireNonNull(place, "place");
    }

    /** The language in which to answer: the contact's, or else the one that is usual here. */
    public Locale language() {
        return contact()
                .map(Contact::getLanguage)
                .filter(tag -> !tag.isEmpty())
                .map(Locale::forLanguageTag)
                .orElse(usualLanguage);
    }

    /** Sets the language of those whose own is not known: for routers. */
    public void answerIn(Locale usual) {
        usualLanguage = Objects.requireNonNull(usual, "usual");
    }

    /** The text as it is now; an app may have changed it in its parse phase. */
    public String text() {
        return text;
    }

    /** The text as it came. */
    public String rawText() {
        return rawText;
    }

    /** Changes the text for all apps that come later; {@link #rawText()} stays. */
    public void changeText(String changed) {
        text = Objects.requireNonNull(changed, "text");
    }

    /**
     * Notes that travel with the message from app to app; may be changed.
     *
     * <p>The texts among those that the message was made with are stored with it; everything else
     * lives as long as this object.
     */
    public Map<String, Object> fields() {
        return fields;
    }

    /** The id that the gateway gave to this message, if it gave one. */
    public Optional<String> externalId() {
        return Optional.ofNullable(fields.get(OutgoingMessage.EXTERNAL_ID))
                .map(Object::toString)
                .filter(value -> !value.isBlank());
    }

    /** Whether an app has handled it, so that no default answer is due. */
    public boolean handled() {
        return handled;
    }

    /** Says that an app has handled it. The router does so when an app's handle phase says so. */
    public void markHandled() {
        handled = true;
    }

    /**
     * Says whose turn it is, so that what is answered is known by who gave it: for routers, and for
     * apps that ask others in their turn, as {@code handlers} does.
     *
     * @param who the app's name, and after a slash the name of whom it asks; null for nobody
     */
    public void turnOf(String who) {
        inTurn = who;
    }

    /** Whose turn it is, such as {@code echo} or {@code handlers/ping}; empty between turns. */
    public Optional<String> inTurn() {
        return Optional.ofNullable(inTurn);
    }

    /** Answers the phone that wrote. */
    public OutgoingMessage respond(String answer) {
        return respond(answer, List.of(connection));
    }

    /** Answers, but to these phones. */
    public OutgoingMessage respond(String answer, Collection<Connection> to) {
        return respond(new OutgoingMessage(to, answer, Map.of(), this));
    }

    /**
     * Answers with a message that the caller made.
     *
     * @return that message
     */
    public OutgoingMessage respond(OutgoingMessage answer) {
        answer.givenBy(inTurn);
        responses.add(answer);
        return answer;
    }

    /** Answers that something is wrong with what was written. */
    public ErrorMessage error(String answer) {
        var error = new ErrorMessage(List.of(connection), answer, this);
        respond(error);
        return error;
    }

    /** What the apps have answered so far, in order; it has not left yet. */
    public List<OutgoingMessage> responses() {
        return Collections.unmodifiableList(responses);
    }

    /** The text. */
    @Override
    public String toString() {
        return text;
    }
}
