package org.rapidsms.backend.smssync;

import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rapidsms.backend.BadWebhookException;
import org.rapidsms.backend.IncomingSms;
import org.rapidsms.backend.WebhookRequest;

/**
 * A text as the app brings it: a form, or JSON with the same names.
 *
 * @param values what the app says, by name
 */
record SmsSyncMessage(Map<String, String> values) {

    private static final List<String> NAMES =
            List.of(
                    "from",
                    "message",
                    "message_id",
                    "sent_to",
                    "secret",
                    "device_id",
                    "sent_timestamp");

    static SmsSyncMessage read(WebhookRequest request) {
        var values = new HashMap<String, String>();
        if (request.header("Content-Type").orElse("").startsWith("application/json")) {
            var json = request.json();
            NAMES.forEach(name -> values.put(name, text(json.get(name))));
        } else {
            var form = request.formParameters();
            NAMES.forEach(name -> values.put(name, form.text(name).orElse(null)));
        }
        return new SmsSyncMessage(values);
    }

    private static String text(JsonValue value) {
        if (value == null || value == JsonValue.NULL) {
            return null;
        }
        return value instanceof JsonString text ? text.getString() : value.toString();
    }

    String secret() {
        return values.get("secret") == null ? "" : values.get("secret");
    }

    IncomingSms incoming() {
        var fields = new HashMap<>(values);
        fields.keySet().removeAll(List.of("from", "message", "secret"));
        fields.put("external_id", fields.remove("message_id"));
        fields.values().removeIf(value -> value == null || value.isBlank());
        return new IncomingSms(notBlank("from"), required("message"), fields);
    }

    private String notBlank(String name) {
        var value = required(name).strip();
        if (value.isEmpty()) {
            throw new BadWebhookException(name + " is required and may not be blank");
        }
        return value;
    }

    private String required(String name) {
        if (values.get(name) == null) {
            throw new BadWebhookException(name + " is required");
        }
        return values.get(name);
    }
}
