package org.rapidsms.admin;

import java.util.Arrays;
import java.util.List;

/**
 * One of several values to choose from.
 *
 * @param value what is stored of it
 * @param label how it reads; null to take the model's words for {@code FIELD.VALUE}
 */
public record Choice(String value, String label) {

    /** Those with these values, with the model's words. */
    public static List<Choice> of(Enum<?>... values) {
        return Arrays.stream(values).map(value -> new Choice(value.name(), null)).toList();
    }
}
