package org.rapidsms.backend.smpp;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;

/**
 * A part of a text that waits for the others. When they are there, the text is handed on, and the
 * parts stay for a while, so that one that is repeated is known.
 */
@Entity
@Table(name = "smpp_part")
public class SmppPart {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "smpp_part_seq")
    @SequenceGenerator(name = "smpp_part_seq", sequenceName = "smpp_part_seq", allocationSize = 50)
    private Long id;

    /** What the parts of one text have in common, and no other text's. */
    @Column(nullable = false, length = 36)
    private String assembly;

    @Column(nullable = false, length = 50)
    private String backend;

    @Column(nullable = false, length = 21)
    private String source;

    @Column(nullable = false, length = 21)
    private String destination;

    @Column(nullable = false)
    private int reference;

    @Column(nullable = false)
    private int total;

    @Column(nullable = false)
    private int number;

    /** In hexadecimal UTF-16: the other half of a last character may come with the next part. */
    @Column(nullable = false)
    private String units;

    /** Until when the others are waited for. */
    @Column(nullable = false)
    private Instant due;

    /** When the text was handed on; null if it was not yet. */
    private Instant taken;

    /** For JPA only. */
    protected SmppPart() {}

    SmppPart(
            String backend,
            String source,
            String destination,
            UserData.Part part,
            String text,
            Duration wait) {
        this.backend = backend;
        this.source = source;
        this.destination = destination;
        this.reference = part.reference();
        this.total = part.total();
        this.number = part.number();
        this.units = units(text);
        this.due = Instant.now().plus(wait);
    }

    private static String units(String text) {
        var units = new StringBuilder(text.length() * 4);
        text.chars().forEach(c -> units.append(HexFormat.of().toHexDigits((char) c)));
        return units.toString();
    }

    String text() {
        var text = new StringBuilder(units.length() / 4);
        for (int i = 0; i < units.length(); i += 4) {
            text.append((char) HexFormat.fromHexDigits(units, i, i + 4));
        }
        return text.toString();
    }

    /** Joins the parts of a text. */
    void join(String assembly) {
        this.assembly = assembly;
    }

    /** Nobody waits for its others any longer. */
    void expire() {
        due = Instant.now();
    }

    boolean isSameAs(SmppPart other) {
        return number == other.number && units.equals(other.units);
    }

    String assembly() {
        return assembly;
    }

    String backend() {
        return backend;
    }

    String source() {
        return source;
    }

    String destination() {
        return destination;
    }

    int reference() {
        return reference;
    }

    int total() {
        return total;
    }

    int number() {
        return number;
    }
}
