package org.rapidsms.backend.http;

import jakarta.json.JsonStructure;
import java.util.Optional;
import java.util.function.Function;
import org.rapidsms.backend.BadWebhookException;
import org.rapidsms.backend.WebhookRequest;

/** What a call of the gateway tells: in its query, its form or its JSON. */
final class Fields {

    private final Function<Field, Optional<String>> values;

    private Fields(Function<Field, Optional<String>> values) {
        this.values = values;
    }

    /**
     * Reads a call in which this field is.
     *
     * @throws BadWebhookException if it has another method, or cannot be read
     */
    static Fields of(WebhookRequest call, Field like) {
        if (like.isJson()) {
            call.allow("POST");
            var json =
                    JsonPlace.read(call.text())
                            .orElseThrow(() -> new BadWebhookException("the body is no JSON"));
            return new Fields(field -> in(json, field));
        }
        call.allow("GET", "POST");
        var parameters =
                call.method().equals("GET") ? call.queryParameters() : call.formParameters();
        return new Fields(field -> parameters.text(field.name()));
    }

    private static Optional<String> in(JsonStructure json, Field field) {
        return field.place().flatMap(place -> place.in(json));
    }

    /** Without spaces at its ends; empty if it is not there or blank. */
    Optional<String> optional(Field field) {
        return values.apply(field).map(String::strip).filter(value -> !value.isEmpty());
    }

    /**
     * As it is; may be empty.
     *
     * @throws BadWebhookException if it is not there
     */
    String required(Field field) {
        return values.apply(field)
                .orElseThrow(() -> new BadWebhookException(field.name() + " is required"));
    }

    /**
     * Without spaces at its ends.
     *
     * @throws BadWebhookException if it is not there or blank
     */
    String notBlank(Field field) {
        var value = required(field).strip();
        if (value.isEmpty()) {
            throw new BadWebhookException(field.name() + " is required and may not be blank");
        }
        return value;
    }
}
