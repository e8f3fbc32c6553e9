package org.rapidsms.cli.migration;

import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonValue;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Reads what Python has written. */
final class Values {

    private Values() {}

    /** A value as a property has it: text without quotes, a list with commas. */
    static String text(JsonValue value) {
        if (value.isString()) {
            return value.asString();
        }
        return value.isArray() ? String.join(", ", list(value)) : value.toString();
    }

    /** The elements of a list; of anything else, that. */
    static List<String> list(JsonValue value) {
        return value instanceof JsonArray array
                ? StreamSupport.stream(array.spliterator(), false)
                        .map(Values::text)
                        .collect(Collectors.toList())
                : List.of(text(value));
    }
}
