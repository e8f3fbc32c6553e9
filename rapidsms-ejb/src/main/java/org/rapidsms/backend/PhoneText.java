package org.rapidsms.backend;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A text that waits for a phone of ours to fetch and send it. */
@Entity
@Table(name = "phone_text")
public class PhoneText {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "phone_text_seq")
    @SequenceGenerator(
            name = "phone_text_seq",
            sequenceName = "phone_text_seq",
            allocationSize = 50)
    private Long id;

    @Column(nullable = false, length = 36)
    private String name;

    @Column(nullable = false, length = 50)
    private String backend;

    @Column(name = "message_id", nullable = false, length = 64)
    private String messageId;

    @Column(nullable = false, length = 100)
    private String identity;

    @Column(nullable = false)
    private String text;

    @Column(nullable = false)
    private Instant date;

    private Instant due;

    @Column(nullable = false)
    private boolean fetched;

    @Column(nullable = false)
    private boolean ended;

    /** For JPA only. */
    protected PhoneText() {}

    PhoneText(String backend, OutgoingSms sms, String identity, Instant now) {
        this.name = UUID.randomUUID().toString();
        this.backend = backend;
        this.messageId = sms.messageId();
        this.identity = identity;
        this.text = sms.text();
        this.date = now;
        this.due = now;
    }

    void fetched(Instant again) {
        fetched = true;
        due = again;
    }

    void end() {
        ended = true;
        due = null;
    }

    /** By which the phone knows it: a name that nobody guesses. */
    public String getName() {
        return name;
    }

    /** Whom it goes to. */
    public String getIdentity() {
        return identity;
    }

    public String getText() {
        return text;
    }

    boolean isEnded() {
        return ended;
    }

    /** Says what has become of it. */
    public DeliveryReport report(DeliveryReport.State state, String words) {
        return new DeliveryReport(messageId, identity, state, words);
    }

    /** Says that it was too old to be given to a phone, once more or at all. */
    public DeliveryReport tooLate() {
        return report(
                DeliveryReport.State.FAILED,
                fetched
                        ? "the phone that had it never said that it sent it"
                        : "no phone fetched it");
    }
}
