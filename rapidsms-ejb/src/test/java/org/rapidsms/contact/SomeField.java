package org.rapidsms.contact;

import java.util.Locale;
import java.util.Optional;

/**
 * A field of contacts for tests, such as an app would declare; its label is its key in capitals.
 */
public final class SomeField<T> implements ContactField<T> {

    private final String key;
    private final FieldType<T> type;
    private final boolean required;
    private final boolean searched;

    private SomeField(String key, FieldType<T> type, boolean required, boolean searched) {
        this.key = key;
        this.type = type;
        this.required = required;
        this.searched = searched;
    }

    public static SomeField<String> text(String key) {
        return of(key, FieldType.TEXT);
    }

    public static <T> SomeField<T> of(String key, FieldType<T> type) {
        return new SomeField<>(key, type, false, true);
    }

    public SomeField<T> needed() {
        return new SomeField<>(key, type, true, searched);
    }

    public SomeField<T> unsearched() {
        return new SomeField<>(key, type, required, false);
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public String label(Locale locale) {
        return key.toUpperCase(Locale.ROOT);
    }

    @Override
    public FieldType<T> type() {
        return type;
    }

    @Override
    public String optionLabel(String option, Locale locale) {
        return "the " + option;
    }

    @Override
    public boolean isRequired() {
        return required;
    }

    @Override
    public boolean isSearched() {
        return searched;
    }

    /** Nowhere is a word of what one complains of. */
    @Override
    public Optional<String> complaint(T value, Locale locale) {
        return value.toString().equalsIgnoreCase("nowhere")
                ? Optional.of("There is no such place.")
                : Optional.empty();
    }
}
