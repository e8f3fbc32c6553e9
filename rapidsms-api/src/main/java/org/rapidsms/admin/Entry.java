package org.rapidsms.admin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was typed into the fields of a model. Blanks around it are gone, but from passwords. */
public final class Entry {

    private final Map<String, List<String>> values;

    /** By the names of the fields; a missing one is empty. */
    public Entry(Map<String, List<String>> values) {
        this.values = new LinkedHashMap<>(values);
    }

    /** What was typed or chosen; empty if nothing was. */
    public String text(String field) {
        return all(field).stream().findFirst().orElse("");
    }

    /** All that was chosen. */
    public List<String> all(String field) {
        return values.getOrDefault(field, List.of());
    }

    public boolean isOn(String field) {
        return Boolean.parseBoolean(text(field));
    }

    /** The number that was typed into a number's field, if there was one. */
    public Optional<Long> number(String field) {
        return text(field).isEmpty() ? Optional.empty() : Optional.of(Long.valueOf(text(field)));
    }

    /** The constant that was chosen. */
    public <E extends Enum<E>> E constant(String field, Class<E> type) {
        return Enum.valueOf(type, text(field));
    }
}
