package org.rapidsms.backend;

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
import java.util.Objects;

/**
 * A part of a text of a phone that waits for the others. When they are there, the text is handed
 * on, and the parts stay for a while, so that one that is repeated is known.
 */
@Entity
@Table(name = "text_part")
public class TextPart {

    static final String TO = "to";
    static final String EXTERNAL_ID = "external_id";

    private static final int NAME_LENGTH = 100;
    private static final int ID_LENGTH = 255;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "text_part_seq")
    @SequenceGenerator(name = "text_part_seq", sequenceName = "text_part_seq", allocationSize = 50)
    private Long id;

    /** What the parts of one text have in common, and no other text's. */
    @Column(nullable = false, length = 36)
    private String assembly;

    @Column(nullable = false, length = 50)
    private String backend;

    @Column(nullable = false, length = 100)
    private String source;

    @Column(nullable = false, length = 100)
    private String destination;

    @Column(nullable = false, length = 100)
    private String reference;

    @Column(nullable = false)
    private int total;

    @Column(nullable = false)
    private int number;

    /** The gateway's own id of the part; null if it has none. */
    @Column(name = "external_id", length = 255)
    private String externalId;

    /** In hexadecimal UTF-16: the other half of a last character may come with the next part. */
    @Column(nullable = false)
    private String units;

    /** Until when the others are waited for. */
    @Column(nullable = false)
    private Instant due;

    /** When the text was handed on; null if it was not yet. */
    private Instant taken;

    /** For JPA only. */
    protected TextPart() {}

    /**
     * A part that has come now.
     *
     * @param sms what it says, and of whom; its {@code external_id} is the part's own
     * @param reference what all parts of the text have in common
     * @param number which part it is, from 1 on
     * @param wait how long the others are waited for
     * @throws BadWebhookException if nobody can ever keep it
     */
    public TextPart(
            String backend,
            IncomingSms sms,
            String reference,
            int total,
            int number,
            Duration wait) {
        this.backend = backend;
        this.source = checked(sms.identity(), NAME_LENGTH, "the sender");
        this.destination = checked(sms.fields().getOrDefault(TO, ""), NAME_LENGTH, "the recipient");
        this.reference = checked(reference, NAME_LENGTH, "the reference");
        this.total = total;
        this.number = number;
        this.externalId =
                sms.fields().containsKey(EXTERNAL_ID)
                        ? checked(sms.fields().get(EXTERNAL_ID), ID_LENGTH, "the id")
                        : null;
        this.units = units(sms.text());
        this.due = Instant.now().plus(wait);
    }

    private static String checked(String value, int most, String what) {
        if (value.length() > most || value.chars().anyMatch(Character::isISOControl)) {
            throw new BadWebhookException(
                    what + " of a part has control characters, or more than " + most);
        }
        return value;
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
        var now = Instant.now();
        due = due.isBefore(now) ? due : now;
    }

    boolean isSameAs(TextPart other) {
        return number == other.number
                && units.equals(other.units)
                && Objects.equals(externalId, other.externalId);
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

    String reference() {
        return reference;
    }

    int total() {
        return total;
    }

    int number() {
        return number;
    }

    String externalId() {
        return externalId;
    }
}
