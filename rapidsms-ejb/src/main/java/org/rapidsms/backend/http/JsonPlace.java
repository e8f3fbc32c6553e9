package org.rapidsms.backend.http;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonPointer;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.Optional;
import org.rapidsms.settings.Settings;

/**
 * Where something stands in JSON (RFC 6901), such as {@code /messages/0/id}.
 *
 * @param pointer begins with a slash
 */
record JsonPlace(JsonPointer pointer) {

    /** What a setting names; empty if it is not set. */
    static Optional<JsonPlace> from(Settings settings, String setting) {
        return settings.optional(setting).map(value -> from(settings, setting, value));
    }

    static JsonPlace from(Settings settings, String setting, String value) {
        if (!value.matches("(/([^~/]|~[01])*)+")) {
            throw settings.wrong(setting, "must be a JSON pointer such as /id, not " + value);
        }
        return new JsonPlace(Json.createPointer(value));
    }

    /** An object or an array; empty if this is neither. */
    static Optional<JsonStructure> read(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            return Optional.of(reader.read());
        } catch (JsonException e) {
            return Optional.empty();
        }
    }

    /** The text, number, or true or false that stands there; empty if there is none of these. */
    Optional<String> in(JsonStructure json) {
        try {
            return text(pointer.getValue(json));
        } catch (JsonException e) {
            // There is no such place in it.
            return Optional.empty();
        }
    }

    private static Optional<String> text(JsonValue value) {
        if (value instanceof JsonString string) {
            return Optional.of(string.getString());
        }
        boolean isPlain =
                value instanceof JsonNumber || value == JsonValue.TRUE || value == JsonValue.FALSE;
        return isPlain ? Optional.of(value.toString()) : Optional.empty();
    }
}
