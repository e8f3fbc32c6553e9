package org.rapidsms.contact;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the values of a {@link ContactField} are, and how they are written in the database and in
 * files.
 *
 * @param <T> a value
 */
public final class FieldType<T> {

    /** The most characters that a written value may have. */
    public static final int LONGEST = 200;

    /** One line of text. */
    public static final FieldType<String> TEXT =
            new FieldType<>(Kind.TEXT, List.of(), Function.identity(), Optional::of);

    /** A number, whole or not, such as {@code -12.5}. */
    public static final FieldType<BigDecimal> NUMBER =
            new FieldType<>(Kind.NUMBER, List.of(), FieldType::plain, FieldType::number);

    /** A day of the calendar, written like {@code 2026-01-31}. */
    public static final FieldType<LocalDate> DATE =
            new FieldType<>(Kind.DATE, List.of(), LocalDate::toString, FieldType::day);

    /** Written {@code yes} or {@code no}. */
    public static final FieldType<Boolean> YES_NO =
            new FieldType<>(Kind.YES_NO, List.of(), b -> b ? "yes" : "no", FieldType::yesOrNo);

    /** The kinds of types, by which a form chooses its inputs. */
    public enum Kind {
        TEXT,
        NUMBER,
        DATE,
        YES_NO,
        CHOICE
    }

    private final Kind kind;
    private final List<String> options;
    private final Function<T, String> writer;
    private final Function<String, Optional<T>> reader;

    private FieldType(
            Kind kind,
            List<String> options,
            Function<T, String> writer,
            Function<String, Optional<T>> reader) {
        this.kind = kind;
        this.options = options;
        this.writer = writer;
        this.reader = reader;
    }

    /** One of these texts. */
    public static FieldType<String> choice(String... options) {
        var all = List.of(options);
        return new FieldType<>(
                Kind.CHOICE,
                all,
                Function.identity(),
                text -> all.stream().filter(text::equalsIgnoreCase).findFirst());
    }

    private static String plain(BigDecimal number) {
        // Some numbers of few bytes have millions of digits.
        return number.precision() + Math.abs((long) number.scale()) > LONGEST
                ? number.toString()
                : number.toPlainString();
    }

    private static Optional<BigDecimal> number(String text) {
        return text.matches("[+-]?[0-9]{1,30}(\\.[0-9]{1,30})?")
                ? Optional.of(new BigDecimal(text))
                : Optional.empty();
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")
                    ? Optional.of(LocalDate.parse(text))
                    : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<Boolean> yesOrNo(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "yes", "true", "1" -> Optional.of(true);
            case "no", "false", "0" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    /**
     * How a value is written.
     *
     * @throws IllegalArgumentException if it is not of this type, or could not be read again
     */
    public String write(T value) {
        var written = writer.apply(value);
        boolean isPlain = written.chars().noneMatch(Character::isISOControl);
        if (written.length() > LONGEST || !isPlain || reader.apply(written).isEmpty()) {
            throw new IllegalArgumentException(
                    "a value of a contact field is one line of %d characters at most, and of its type"
                            .formatted(LONGEST));
        }
        return written;
    }

    /** The value that was written so; empty if that is none of this type. */
    public Optional<T> read(String written) {
        return reader.apply(written);
    }

    public Kind kind() {
        return kind;
    }

    /** What may be chosen; empty for what is no choice. */
    public List<String> options() {
        return options;
    }
}
