package org.rapidsms.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Something that is typed or chosen. Immutable: {@link #required} and {@link #most} return another.
 *
 * @param name of its words, and in the {@link Entry}
 * @param kind how it looks and what it takes
 * @param isRequired whether it must not be empty
 * @param longest the most characters
 * @param choices what can be chosen, if it is a CHOICE or CHOICES
 * @param initial what a new row begins with
 * @param values what a row has there now
 * @param setter gives a row what was typed; null if the model does that itself
 * @param <T> a row
 */
public record Field<T>(
        String name,
        Kind kind,
        boolean isRequired,
        int longest,
        Supplier<List<Choice>> choices,
        List<String> initial,
        Function<T, List<String>> values,
        BiConsumer<T, Entry> setter) {

    private static final int USUAL_LENGTH = 255;
    private static final int LONG_LENGTH = 10_000;
    private static final int DIGITS = 18;

    /** How a field looks, and what it takes. */
    public enum Kind {
        /** One line. */
        TEXT,
        /** Several lines. */
        LINES,
        /** A whole number, not below 0. */
        NUMBER,
        /** Yes or no. */
        SWITCH,
        /** One of some. */
        CHOICE,
        /** Any of some. */
        CHOICES,
        /** Like TEXT, but never shown. */
        PASSWORD
    }

    private static <T> Field<T> of(String name, Kind kind, Function<T, ?> value) {
        int longest =
                kind == Kind.LINES ? LONG_LENGTH : kind == Kind.NUMBER ? DIGITS : USUAL_LENGTH;
        return new Field<>(
                name,
                kind,
                false,
                longest,
                List::of,
                List.of(),
                row -> list(value.apply(row)),
                null);
    }

    private static List<String> list(Object value) {
        return value == null ? List.of() : List.of(value.toString());
    }

    public static <T> Field<T> text(String name, Function<T, String> value) {
        return of(name, Kind.TEXT, value);
    }

    public static <T> Field<T> lines(String name, Function<T, String> value) {
        return of(name, Kind.LINES, value);
    }

    public static <T> Field<T> number(String name, Function<T, ? extends Number> value) {
        return of(name, Kind.NUMBER, value);
    }

    public static <T> Field<T> on(String name, Function<T, Boolean> value) {
        return of(name, Kind.SWITCH, value);
    }

    public static <T> Field<T> password(String name) {
        return of(name, Kind.PASSWORD, row -> null);
    }

    /** One of these values. */
    public static <T> Field<T> choice(
            String name, Supplier<List<Choice>> choices, Function<T, ?> value) {
        return of(name, Kind.CHOICE, value).choosing(choices);
    }

    /** Any of these values. */
    public static <T> Field<T> choices(
            String name, Supplier<List<Choice>> choices, Function<T, List<String>> values) {
        return new Field<T>(
                name, Kind.CHOICES, false, USUAL_LENGTH, choices, List.of(), values, null);
    }

    @SuppressWarnings("unchecked") // Nothing of the old row's type is left in it.
    private <R> Field<R> choosing(Supplier<List<Choice>> from) {
        return (Field<R>)
                new Field<>(name, kind, isRequired, longest, from, initial, values, setter);
    }

    /** The same, that must not be empty. */
    public Field<T> required() {
        return new Field<>(name, kind, true, longest, choices, initial, values, setter);
    }

    /** The same, that takes at most so many characters. */
    public Field<T> most(int characters) {
        return new Field<>(name, kind, isRequired, characters, choices, initial, values, setter);
    }

    /** The same, that has this value for a new row. */
    public Field<T> initially(String value) {
        return new Field<>(
                name, kind, isRequired, longest, choices, List.of(value), values, setter);
    }

    /** The same, that gives a row what was typed. */
    public Field<T> sets(BiConsumer<T, Entry> with) {
        return new Field<>(name, kind, isRequired, longest, choices, initial, values, with);
    }

    /** What is wrong with what was typed; none if nothing is. */
    public List<Refusal> check(Entry entry) {
        var wrong = new ArrayList<Refusal>();
        if (isRequired && entry.text(name).isEmpty()) {
            wrong.add(new Refusal(name, "refused.missing"));
        }
        entry.all(name).stream().map(this::complaint).filter(r -> r != null).forEach(wrong::add);
        return wrong;
    }

    private Refusal complaint(String value) {
        if (value.length() > longest) {
            return new Refusal(name, "refused.tooLong", longest);
        }
        if (value.codePoints().anyMatch(this::isStrange)) {
            return new Refusal(name, "refused.strange");
        }
        if (kind == Kind.NUMBER && !value.matches("[0-9]*")) {
            return new Refusal(name, "refused.noNumber");
        }
        return isChoice() && !isOffered(value) ? new Refusal(name, "refused.noChoice") : null;
    }

    private boolean isStrange(int c) {
        boolean isLoneSurrogate = Character.MIN_SURROGATE <= c && c <= Character.MAX_SURROGATE;
        boolean isLineBreak = kind == Kind.LINES && (c == '\n' || c == '\r' || c == '\t');
        return isLoneSurrogate || Character.isISOControl(c) && !isLineBreak;
    }

    private boolean isChoice() {
        return kind == Kind.CHOICE || kind == Kind.CHOICES;
    }

    private boolean isOffered(String value) {
        return value.isEmpty() || choices.get().stream().anyMatch(c -> c.value().equals(value));
    }
}
