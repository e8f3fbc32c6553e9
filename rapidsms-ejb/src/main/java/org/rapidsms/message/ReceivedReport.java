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
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * A delivery report as a gateway gave it.
 *
 * <p>It is kept even if it says nothing new, or is of a message that nobody knows: when a gateway
 * and we disagree, this is what it said.
 */
@Entity
@Table(name = "delivery_report")
public class ReceivedReport {

    private static final int IDENTITY_LENGTH = 100;
    private static final int MOST_WORDS = 1000;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "delivery_report_seq")
    @SequenceGenerator(
            name = "delivery_report_seq",
            sequenceName = "delivery_report_seq",
            allocationSize = 50)
    private Long id;

    @Column(nullable = false, updatable = false)
    private Instant date;

    @Column(nullable = false, updatable = false, length = 50)
    private String backend;

    @Column(name = "message_id", nullable = false, updatable = false, length = Message.ID_LENGTH)
    private String messageId;

    @Column(nullable = false, updatable = false, length = IDENTITY_LENGTH)
    private String identity;

    @Column(nullable = false, updatable = false, length = 1)
    private Status state;

    @Column(nullable = false, updatable = false)
    private String words;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "transmission_id")
    private Transmission transmission;

    /** For JPA only. */
    protected ReceivedReport() {}

    /**
     * @param state sent, delivered or errored
     * @param transmission which it is about; null if that is not known
     */
    public ReceivedReport(
            String backend,
            String messageId,
            String identity,
            Status state,
            String words,
            Transmission transmission,
            Instant now) {
        this.backend = backend;
        this.messageId = storable(messageId, Message.ID_LENGTH);
        this.identity = storable(identity, IDENTITY_LENGTH);
        this.state = state;
        this.words = storable(words, MOST_WORDS);
        this.transmission = transmission;
        this.date = now;
    }

    /** Without U+0000, which PostgreSQL refuses, and no longer than there is room. */
    private static String storable(String text, int most) {
        var kept = text.replace("\0", "");
        return kept.substring(0, Math.min(most, kept.length()));
    }

    /** Null until it is stored. */
    public Long getId() {
        return id;
    }

    /** When it came. */
    public Instant getDate() {
        return date;
    }

    /** The backend that it came by. */
    public String getBackend() {
        return backend;
    }

    /** What the gateway calls the message, which should be our own name of it. */
    public String getMessageId() {
        return messageId;
    }

    public String getIdentity() {
        return identity;
    }

    /** Sent, delivered or errored. */
    public Status getState() {
        return state;
    }

    /** What the gateway or the network said; may be empty. */
    public String getWords() {
        return words;
    }

    /** Which it is about; null if that is not known. */
    public Transmission getTransmission() {
        return transmission;
    }
}
