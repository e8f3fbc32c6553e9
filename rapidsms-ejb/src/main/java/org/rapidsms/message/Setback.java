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

/**
 * One attempt to send a transmission that did not go well: when, what the gateway said, and when it
 * is tried again. Of what goes well the transmission itself tells.
 */
@Entity
public class Setback {

    private static final int MOST_WORDS = 1000;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "setback_seq")
    @SequenceGenerator(name = "setback_seq", sequenceName = "setback_seq", allocationSize = 50)
    private Long id;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    @JoinColumn(name = "transmission_id", nullable = false, updatable = false)
    private Transmission transmission;

    @Column(nullable = false, updatable = false)
    private Instant date;

    @Column(nullable = false, updatable = false)
    private int attempt;

    @Column(nullable = false, updatable = false)
    private String words;

    @Column(updatable = false)
    private Instant next;

    /** For JPA only. */
    protected Setback() {}

    /** What has just happened to a transmission, as it tells by its problem and when it is due. */
    public Setback(Transmission transmission, Instant now) {
        var said = transmission.getProblem() == null ? "" : transmission.getProblem();
        this.transmission = transmission;
        this.date = now;
        this.attempt = transmission.getAttempts();
        this.words = said.substring(0, Math.min(MOST_WORDS, said.length()));
        this.next = transmission.getDue();
    }

    /** Null until it is stored. */
    public Long getId() {
        return id;
    }

    public Transmission getTransmission() {
        return transmission;
    }

    public Instant getDate() {
        return date;
    }

    /** Which attempt it was; the first is 1. */
    public int getAttempt() {
        return attempt;
    }

    /** What went wrong, in the gateway's words where it had any. */
    public String getWords() {
        return words;
    }

    /** When it was to be tried again or given up; null if it was given up then. */
    public Instant getNext() {
        return next;
    }
}
