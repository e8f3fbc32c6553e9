package org.rapidsms.message;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.rapidsms.contact.Connection;

/**
 * The journey of one message to, or from, one connection.
 *
 * <p>To a phone: queued, in process, sent, then delivered; or errored. Networks report late, twice
 * and out of order: a report that would lead backwards is no error and changes nothing. From a
 * phone: queued, then received, or errored.
 */
@Entity
public class Transmission {

    private static final Set<Status> OPEN = EnumSet.of(Status.QUEUED, Status.PROCESSING);

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "transmission_seq")
    @SequenceGenerator(
            name = "transmission_seq",
            sequenceName = "transmission_seq",
            allocationSize = 50)
    private Long id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "message_id", nullable = false, updatable = false)
    private Message message;

    @ManyToOne(optional = false)
    @JoinColumn(name = "connection_id", nullable = false, updatable = false)
    private Connection connection;

    @Column(nullable = false, length = 1)
    private Status status;

    @Column(nullable = false, length = Connection.BACKEND_LENGTH)
    private String backend;

    @Column(nullable = false, updatable = false)
    private boolean urgent;

    @Column(nullable = false)
    private int attempts;

    private Instant due;

    @Column(name = "external_id", length = Message.ID_LENGTH)
    private String externalId;

    private String problem;

    @Column(nullable = false, updatable = false)
    private Instant date;

    private Instant updated;

    private Instant sent;

    private Instant delivered;

    /** For JPA only. */
    protected Transmission() {}

    /** Makes a transmission that waits for its turn. An answer goes before what nobody awaits. */
    public Transmission(Message message, Connection connection, Instant now) {
        this.message = Objects.requireNonNull(message, "message");
        this.connection = Objects.requireNonNull(connection, "connection");
        this.backend = connection.getBackend();
        this.urgent = message.getInResponseTo() != null;
        this.due = message.getDirection() == Direction.OUTGOING ? now : null;
        this.status = Status.QUEUED;
        this.date = now;
        this.updated = now;
    }

    /** The apps have seen the incoming message. */
    public void received(Instant now) {
        end(Status.RECEIVED, now);
    }

    /** The apps are to see the incoming message once more. */
    public void again(Instant now) {
        become(Status.QUEUED, now);
        problem = null;
    }

    /**
     * Somebody has begun to send it.
     *
     * @param until when others may think that he died over it
     */
    public void processing(Instant until, Instant now) {
        if (OPEN.contains(status)) {
            become(Status.PROCESSING, now);
            attempts++;
            due = until;
        }
    }

    /**
     * It was not sent, and shall be tried again.
     *
     * @param why what went wrong
     * @param next not before then
     */
    public void waits(String why, Instant next, Instant now) {
        if (OPEN.contains(status)) {
            become(Status.QUEUED, now);
            problem = StorableText.of(why);
            due = next;
        }
    }

    /**
     * Nobody knows whether it was sent: it waits for a delivery report, and is not tried again.
     *
     * @param until when it will be given up
     */
    public void held(String why, Instant until, Instant now) {
        if (OPEN.contains(status)) {
            become(Status.PROCESSING, now);
            problem = StorableText.of(why);
            due = until;
        }
    }

    /** Whoever would send it leaves it alone until then: its maker does it himself. */
    public void reserve(Instant until) {
        due = until;
    }

    /**
     * The gateway has taken it.
     *
     * @param gatewaysId the gateway's id of it, or null
     */
    public void sent(String gatewaysId, Instant now) {
        if (gatewaysId != null) {
            externalId = gatewaysId;
        }
        if (OPEN.contains(status)) {
            end(Status.SENT, now);
            sent = now;
            problem = null;
        }
    }

    /** The phone has it. */
    public void delivered(Instant now) {
        if (status != Status.DELIVERED) {
            end(Status.DELIVERED, now);
            delivered = now;
            problem = null;
        }
    }

    /** It will not arrive, or an app failed over the incoming message. */
    public void errored(String what, Instant now) {
        if (status != Status.DELIVERED) {
            end(Status.ERRORED, now);
            problem = StorableText.of(what);
        }
    }

    /**
     * An administrator knows better. Queued again, it is sent again.
     *
     * @param why what went wrong, if it is errored; may be empty
     */
    public void correct(Status known, String why, Instant now) {
        end(known, now);
        due = known == Status.QUEUED ? now : null;
        problem = known == Status.ERRORED ? why : null;
        if (known == Status.SENT && sent == null) {
            sent = now;
        }
        if (known == Status.DELIVERED && delivered == null) {
            delivered = now;
        }
    }

    private void end(Status last, Instant now) {
        become(last, now);
        due = null;
    }

    private void become(Status next, Instant now) {
        status = next;
        updated = now;
    }

    /** Null until it is stored. */
    public Long getId() {
        return id;
    }

    public Message getMessage() {
        return message;
    }

    public Connection getConnection() {
        return connection;
    }

    public Status getStatus() {
        return status;
    }

    /** How often somebody has begun to send it. */
    public int getAttempts() {
        return attempts;
    }

    /** When somebody shall look at it next; null if nobody need. */
    public Instant getDue() {
        return due;
    }

    /** The gateway's id of it; null if it gave none. */
    public String getExternalId() {
        return externalId;
    }

    /** What went wrong, in the gateway's words where it had any; null if nothing did. */
    public String getProblem() {
        return problem;
    }

    public Instant getDate() {
        return date;
    }

    public Instant getUpdated() {
        return updated;
    }

    /** When the gateway took it; null before. */
    public Instant getSent() {
        return sent;
    }

    /** When the phone had it; null before. */
    public Instant getDelivered() {
        return delivered;
    }

    /** Its number and status, such as {@code 1: Queued}. */
    @Override
    public String toString() {
        var name = status.name();
        return id + ": " + name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }
}
