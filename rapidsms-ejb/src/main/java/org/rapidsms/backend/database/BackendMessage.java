package org.rapidsms.backend.database;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** A text that a database backend has sent, or that was written on its phone. */
@Entity
@Table(name = "backend_message")
public class BackendMessage {

    private static final String INCOMING = "I";
    private static final String OUTGOING = "O";
    private static final int SHORT = 60;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "backend_message_seq")
    @SequenceGenerator(
            name = "backend_message_seq",
            sequenceName = "backend_message_seq",
            allocationSize = 50)
    private Long id;

    @Column(nullable = false, length = 50)
    private String name;

    @Column(nullable = false)
    private Instant date;

    @Column(nullable = false, length = 1)
    private String direction;

    @Column(name = "message_id", nullable = false, length = 64)
    private String messageId;

    @Column(name = "external_id", nullable = false, length = 255)
    private String externalId;

    @Column(nullable = false, length = 100)
    private String identity;

    @Column(nullable = false)
    private String text;

    /** For JPA only. */
    protected BackendMessage() {}

    /**
     * What the phone of this identity wrote.
     *
     * @param messageId our name of the message
     */
    public static BackendMessage incoming(
            String name, String identity, String text, String messageId) {
        return new BackendMessage(name, INCOMING, identity, text, messageId, "");
    }

    /**
     * What the phone of this identity was sent.
     *
     * @param messageId our name of the message
     * @param externalId the gateway's id of the message that it answers, or empty
     */
    public static BackendMessage outgoing(
            String name, String identity, String text, String messageId, String externalId) {
        return new BackendMessage(name, OUTGOING, identity, text, messageId, externalId);
    }

    private BackendMessage(
            String name,
            String direction,
            String identity,
            String text,
            String messageId,
            String externalId) {
        this.name = name;
        this.direction = direction;
        this.identity = identity;
        this.text = text;
        this.messageId = messageId;
        this.externalId = externalId;
        this.date = Instant.now();
    }

    public Long getId() {
        return id;
    }

    /** The name of the backend. */
    public String getName() {
        return name;
    }

    public Instant getDate() {
        return date;
    }

    /** Whether a phone wrote it; else one was sent it. */
    public boolean isIncoming() {
        return INCOMING.equals(direction);
    }

    /** Our name of the message; empty for what phones wrote before it was kept. */
    public String getMessageId() {
        return messageId;
    }

    public String getExternalId() {
        return externalId;
    }

    public String getIdentity() {
        return identity;
    }

    public String getText() {
        return text;
    }

    /** The first 60 characters of the text. */
    @Override
    public String toString() {
        return text.substring(0, Math.min(SHORT, text.length()));
    }
}
