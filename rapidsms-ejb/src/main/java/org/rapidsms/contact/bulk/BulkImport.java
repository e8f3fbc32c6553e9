package org.rapidsms.contact.bulk;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * A file of contacts that somebody wants to add.
 *
 * <p>Its lines are checked first; then it waits for a word of whoever brought it, and its contacts
 * are stored. Whoever works on it says so every few hundred lines: one that has been silent for
 * long was interrupted, by the end of its server most likely, and nothing of it is stored.
 */
@Entity
@Table(name = "contact_import")
public class BulkImport implements Serializable {

    private static final long serialVersionUID = 1L;

    /** The longest name of a file that is kept. */
    public static final int FILENAME_LENGTH = 255;

    /** How far it has come. */
    public enum State {
        CHECKING,
        CHECKED,
        STORING,
        STORED,
        FAILED
    }

    private static final Duration LONG = Duration.ofMinutes(5);

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "contact_import_seq")
    @SequenceGenerator(
            name = "contact_import_seq",
            sequenceName = "contact_import_seq",
            allocationSize = 50)
    private Long id;

    @Column(nullable = false, updatable = false)
    private String username;

    @Column(nullable = false, updatable = false)
    private String filename;

    @Column(nullable = false, updatable = false, length = 20)
    private String encoding;

    @Column(nullable = false, updatable = false)
    private boolean semicolons;

    @Column(nullable = false, length = 10)
    private String state = State.CHECKING.name();

    @Column(nullable = false, updatable = false)
    private long total;

    @Column(nullable = false)
    private long lines;

    @Column(nullable = false)
    private long faulty;

    @Column(nullable = false)
    private long contacts;

    @Column(nullable = false)
    private long stored;

    @Column(name = "created_on", nullable = false, updatable = false)
    private Instant createdOn;

    @Column(name = "touched_on", nullable = false)
    private Instant touchedOn;

    /** For JPA only. */
    protected BulkImport() {}

    /**
     * @param username who brings it
     * @param filename what it was called where it came from
     * @param encoding the name of its encoding
     * @param semicolons whether its cells are separated by semicolons
     * @param total how many lines it has, more or less
     */
    public BulkImport(
            String username, String filename, String encoding, boolean semicolons, long total) {
        this.username = Objects.requireNonNull(username, "username");
        this.filename = Objects.requireNonNull(filename, "filename");
        this.encoding = Objects.requireNonNull(encoding, "encoding");
        this.semicolons = semicolons;
        this.total = total;
        this.createdOn = Instant.now();
        this.touchedOn = createdOn;
    }

    public Long getId() {
        return id;
    }

    public String getFilename() {
        return filename;
    }

    public String getEncoding() {
        return encoding;
    }

    public boolean isSemicolons() {
        return semicolons;
    }

    public State getState() {
        return State.valueOf(state);
    }

    /** Whether somebody works on it, or should. */
    public boolean isUnderWay() {
        return getState() == State.CHECKING || getState() == State.STORING;
    }

    /** Whether nobody does any more, without having come to an end. */
    public boolean isInterrupted() {
        return isUnderWay() && touchedOn.isBefore(Instant.now().minus(LONG));
    }

    /** How many lines it has, more or less. */
    public long getTotal() {
        return total;
    }

    /** How many lines have been checked. */
    public long getLines() {
        return lines;
    }

    /** How many of them are wrong. */
    public long getFaulty() {
        return faulty;
    }

    /** How many of them are right. */
    public long getGood() {
        return lines - faulty;
    }

    /** How many contacts the lines that are right are. */
    public long getContacts() {
        return contacts;
    }

    /** How many contacts have been stored, or will have been if nothing goes wrong. */
    public long getStored() {
        return stored;
    }
}
