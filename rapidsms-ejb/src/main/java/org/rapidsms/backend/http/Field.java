package org.rapidsms.backend.http;

import java.util.Optional;
import org.rapidsms.settings.Settings;

/**
 * Something that the gateway tells in its calls.
 *
 * @param name of a parameter, or a JSON pointer
 * @param place in the JSON of the call, if it is one
 */
record Field(String name, Optional<JsonPlace> place) {

    static Field from(Settings settings, String setting, String otherwise) {
        return of(settings, setting, settings.text(setting, otherwise));
    }

    static Optional<Field> from(Settings settings, String setting) {
        return settings.optional(setting).map(name -> of(settings, setting, name));
    }

    private static Field of(Settings settings, String setting, String name) {
        var place =
                name.startsWith("/")
                        ? Optional.of(JsonPlace.from(settings, setting, name))
                        : Optional.<JsonPlace>empty();
        return new Field(name, place);
    }

    /** Complains if this is a pointer and that none: one call is JSON or it is not. */
    Field like(Field other, Settings settings, String setting) {
        if (place.isPresent() != other.place.isPresent()) {
            throw settings.wrong(
                    setting,
                    "must be "
                            + (other.place.isPresent() ? "a JSON pointer" : "a parameter's name")
                            + ", as "
                            + other.name
                            + " is");
        }
        return this;
    }

    /** The media types are no help: gateways send JSON as they like. */
    boolean isJson() {
        return place.isPresent();
    }
}
