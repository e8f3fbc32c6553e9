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
import org.rapidsms.backend.DeliveryReport;

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

    @Column(name = "external_id", updatable = false, length = Message.ID_LENGTH)
    private String externalId;

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
     * @param transmission which it is about; null if that is not known
     */
    public ReceivedReport(
            String backend, DeliveryReport report, Transmission transmission, Instant now) {
        this.backend = backend;
        this.messageId = storable(report.messageId(), Message.ID_LENGTH);
        this.identity = storable(report.identity(), IDENTITY_LENGTH);
        this.externalId =
                report.externalIds().stream()
                        .findFirst()
                        .map(id -> storable(id, Message.ID_LENGTH))
                        .orElse(null);
        this.state = status(report.state());
        this.words = storable(report.words(), MOST_WORDS);
        this.transmission = transmission;
        this.date = now;
    }

    private static Status status(DeliveryReport.State state) {
        return switch (state) {
            case SENT -> Status.SENT;
            case DELIVERED -> Status.DELIVERED;
            case FAILED -> Status.ERRORED;
        };
    }

    /** The gateway's answer to our call has told at last which it is about, and it moves that. */
    public void apply(Transmission found, Instant now) {
        transmission = found;
        switch (state) {
            case SENT -> found.sent(null, now);
            case DELIVERED -> found.delivered(now);
            default -> found.errored(words, now);
        }
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

    /** Our own name of the message, if the gateway repeated it; else empty. */
    public String getMessageId() {
        return messageId;
    }

    /** What the gateway calls the text, the likeliest if it may be one of several; may be null. */
    public String getExternalId() {
        return externalId;
    }

    /** The phone; empty if the gateway did not say. */
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
