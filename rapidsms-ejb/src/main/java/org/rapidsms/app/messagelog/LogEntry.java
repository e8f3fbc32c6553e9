package org.rapidsms.app.messagelog;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.rapidsms.contact.Connection;
import org.rapidsms.contact.Contact;
import org.rapidsms.message.Direction;

/**
 * One line of the message log: a text from, or to, one phone.
 *
 * <p>It names the phone in words of its own, so that it outlives the connection, and belongs to
 * whoever owned the phone at the time.
 */
@Entity
@Table(name = "message_log")
public class LogEntry {

    private static final int SHORT = 59;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "message_log_seq")
    @SequenceGenerator(
            name = "message_log_seq",
            sequenceName = "message_log_seq",
            allocationSize = 50)
    private Long id;

    @Column(name = "message_id", nullable = false, length = 64)
    private String messageId;

    @Column(nullable = false, length = 1)
    private Direction direction;

    @Column(nullable = false, length = Connection.BACKEND_LENGTH)
    private String backend;

    @Column(nullable = false, length = Connection.IDENTITY_LENGTH)
    private String identity;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "contact_id")
    private Contact contact;

    @Column(nullable = false)
    private String text;

    @Column(nullable = false)
    private Instant date;

    /** For JPA only. */
    protected LogEntry() {}

    LogEntry(String messageId, Direction direction, Connection phone, String text) {
        this.messageId = messageId;
        this.direction = direction;
        this.backend = phone.getBackend();
        this.identity = phone.getIdentity();
        this.contact = phone.getContact();
        this.text = text;
        this.date = Instant.now();
    }

    /** Rises with time: newest last. */
    public Long getId() {
        return id;
    }

    /** The name of the message, as in {@link org.rapidsms.message.Message#getMessageId}. */
    public String getMessageId() {
        return messageId;
    }

    public Direction getDirection() {
        return direction;
    }

    public String getBackend() {
        return backend;
    }

    public String getIdentity() {
        return identity;
    }

    /** Who owned the phone; null if nobody was known to. */
    public Contact getContact() {
        return contact;
    }

    public String getText() {
        return text;
    }

    public Instant getDate() {
        return date;
    }

    /** The text, cut to 60 characters, and who said it or was told. */
    @Override
    public String toString() {
        var cut = text.length() > SHORT ? text.substring(0, SHORT - 2) + "..." : text;
        var who = contact == null ? identity + " via " + backend : contact.toString();
        return "%s (%s %s)".formatted(cut, direction == Direction.INCOMING ? "from" : "to", who);
    }
}
