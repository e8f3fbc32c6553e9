package org.rapidsms.message;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * What remains of a message.
 *
 * <p>An incoming one is stored before its gateway is answered: it is queued, and once the apps have
 * seen it received, or errored if one of them failed. An outgoing one is stored together with what
 * the apps did; its status follows from those of its {@link Transmission}s.
 */
@Entity
public class Message {

    /** The longest id, ours or a gateway's, that is stored. */
    public static final int ID_LENGTH = 255;

    private static final int SHORT = 60;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "message_seq")
    @SequenceGenerator(name = "message_seq", sequenceName = "message_seq", allocationSize = 50)
    private Long id;

    @Column(name = "message_id", nullable = false, updatable = false, length = 64)
    private String messageId;

    @Column(nullable = false, updatable = false, length = 1)
    private Direction direction;

    @Column(nullable = false, length = 1)
    private Status status;

    @Column(updatable = false, length = 50)
    private String backend;

    @Column(name = "external_id", updatable = false, length = ID_LENGTH)
    private String externalId;

    @Column(nullable = false, updatable = false)
    private String text;

    @Column(updatable = false)
    private String fields;

    private Integer lane;

    @Column(nullable = false)
    private int attempts;

    private Instant due;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "in_response_to_id")
    private Message inResponseTo;

    @Column(updatable = false)
    private Integer phones;

    @Column(name = "handled_by", length = Turn.NAME_LENGTH)
    private String handledBy;

    @Column(name = "answered_by", updatable = false, length = Turn.NAME_LENGTH)
    private String answeredBy;

    private String trail;

    private String problem;

    @Column(nullable = false, updatable = false)
    private Instant date;

    private Instant updated;

    private Instant sent;

    private Instant delivered;

    /** For JPA only. */
    protected Message() {}

    private Message(
            String messageId, Direction direction, Status status, String text, Instant now) {
        this.messageId = messageId;
        this.direction = direction;
        this.status = status;
        this.text = Objects.requireNonNull(text, "text");
        this.date = now;
        this.updated = now;
    }

    /**
     * Makes the row of a message from a phone, queued.
     *
     * @param fields the texts among its fields, as a JSON object; null if there are none
     */
    public static Message incoming(IncomingMessage message, String fields, Instant now) {
        var row =
                new Message(
                        message.id(), Direction.INCOMING, Status.QUEUED, message.rawText(), now);
        row.backend = message.connection().getBackend();
        row.externalId = message.externalId().orElse(null);
        row.fields = fields;
        return row;
    }

    /**
     * This incoming message is to wait for the apps.
     *
     * @param place messages in one lane follow one another, as those of one phone do
     * @param time when the apps are to see it, if nobody has shown it to them before
     */
    public void waitsIn(int place, Instant time) {
        lane = place;
        due = time;
    }

    /**
     * Makes the row of a message to phones, about to be sent.
     *
     * @param inResponseTo the row of the message that it answers, or null
     */
    public static Message outgoing(OutgoingMessage message, Message inResponseTo, Instant now) {
        var row =
                new Message(
                        message.id(), Direction.OUTGOING, Status.PROCESSING, message.text(), now);
        row.inResponseTo = inResponseTo;
        row.phones = message.connections().size();
        row.answeredBy = Turn.nameOf(message.answeredBy().orElse(null));
        return row;
    }

    /**
     * The apps have seen this incoming message.
     *
     * @param by the app that handled it, or null
     */
    public void received(String by, Instant now) {
        status = Status.RECEIVED;
        handledBy = Turn.nameOf(by);
        due = null;
        updated = now;
    }

    /** Remembers what the apps did with this incoming message, in the order in which they did. */
    public void went(Collection<Turn> turns) {
        trail = Turn.write(turns);
    }

    /** An app, or we, failed over this incoming message. */
    public void errored(String what, Instant now) {
        status = Status.ERRORED;
        problem = what;
        due = null;
        updated = now;
    }

    /** Somebody has begun to show this incoming message to the apps. */
    public void begun() {
        attempts++;
    }

    /**
     * The apps are to see this incoming message once more.
     *
     * @param place the lane in which it waits
     */
    public void again(int place, Instant now) {
        waitsIn(place, now);
        status = Status.QUEUED;
        problem = null;
        handledBy = null;
        trail = null;
        attempts = 0;
        updated = now;
    }

    /** Null until it is stored. */
    public Long getId() {
        return id;
    }

    /** The name by which logs and gateways know it. */
    public String getMessageId() {
        return messageId;
    }

    public Direction getDirection() {
        return direction;
    }

    public Status getStatus() {
        return status;
    }

    /** The backend that an incoming message came by; null for an outgoing one. */
    public String getBackend() {
        return backend;
    }

    /** The gateway's id of an incoming message, unique within its backend; null if it gave none. */
    public String getExternalId() {
        return externalId;
    }

    public String getText() {
        return text;
    }

    /** The texts among an incoming message's fields, as a JSON object; null if there are none. */
    public String getFields() {
        return fields;
    }

    /** In which lane an incoming message waits, or has waited. */
    public Integer getLane() {
        return lane;
    }

    /** How often somebody has begun to show this incoming message to the apps. */
    public int getAttempts() {
        return attempts;
    }

    /** The message that this one answers, or null. */
    public Message getInResponseTo() {
        return inResponseTo;
    }

    /** The app that handled this incoming message, as in {@link Turn#app}; null if none did. */
    public String getHandledBy() {
        return handledBy;
    }

    /** The app that gave this answer; null if it is no answer, or nobody knows. */
    public String getAnsweredBy() {
        return answeredBy;
    }

    /** What the apps did with this incoming message, in the order in which they did. */
    public List<Turn> getTrail() {
        return trail == null ? List.of() : Turn.read(trail);
    }

    /** Whether it is known what the apps did: it is not while the message waits. */
    public boolean isTrailKnown() {
        return trail != null;
    }

    /** The app that held this incoming message back, so that no other saw it; null if none did. */
    public String getFilteredBy() {
        return Turn.filteredBy(getTrail());
    }

    /** What went wrong with an errored message; null if nothing did. */
    public String getProblem() {
        return problem;
    }

    /** When it was stored. */
    public Instant getDate() {
        return date;
    }

    public Instant getUpdated() {
        return updated;
    }

    /** When the last of its transmissions was sent; null before. */
    public Instant getSent() {
        return sent;
    }

    /** When the last of its transmissions was delivered; null before. */
    public Instant getDelivered() {
        return delivered;
    }

    /** The first 60 characters of the text. */
    @Override
    public String toString() {
        return text.codePointCount(0, text.length()) <= SHORT
                ? text
                : text.substring(0, text.offsetByCodePoints(0, SHORT));
    }
}
