package org.rapidsms.backend.http;

import java.util.Map;
import java.util.Optional;
import org.rapidsms.backend.IncomingSms;
import org.rapidsms.backend.WebhookRequest;
import org.rapidsms.settings.Settings;

/**
 * How the gateway brings a text.
 *
 * @param identity {@code incoming-identity}: who wrote
 * @param text {@code incoming-text}: what
 * @param id {@code incoming-id}: the gateway's id of it, by which a repetition is known
 */
record Incoming(Field identity, Field text, Optional<Field> id) {

    static Incoming from(Settings settings) {
        var identity = Field.from(settings, "incoming-identity", "identity");
        var id = Field.from(settings, "incoming-id");
        return new Incoming(
                identity,
                Field.from(settings, "incoming-text", "text")
                        .like(identity, settings, "incoming-text"),
                id.map(field -> field.like(identity, settings, "incoming-id")));
    }

    IncomingSms read(WebhookRequest call) {
        var fields = Fields.of(call, identity);
        return new IncomingSms(
                fields.notBlank(identity),
                fields.required(text),
                id.flatMap(fields::optional)
                        .map(known -> Map.of("external_id", known))
                        .orElse(Map.of()));
    }
}
