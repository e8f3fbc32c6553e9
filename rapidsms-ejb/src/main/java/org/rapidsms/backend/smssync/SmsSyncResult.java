package org.rapidsms.backend.smssync;

import static org.rapidsms.backend.DeliveryReport.State.DELIVERED;
import static org.rapidsms.backend.DeliveryReport.State.FAILED;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import org.rapidsms.backend.BadWebhookException;
import org.rapidsms.backend.DeliveryReport;

/**
 * What the app says of a text.
 *
 * @param uuid our name of the text
 * @param state empty if this is not the end of it
 * @param words the app's, in its own language
 */
record SmsSyncResult(String uuid, Optional<DeliveryReport.State> state, String words) {

    /** Android's codes for a text that was not sent are 1 to 4; for one that was, -1. */
    private static final int OK = -1;

    /** The list, which the app has also been known to put into a text. */
    static List<SmsSyncResult> read(JsonObject call) {
        try {
            var results = call.getOrDefault("message_result", JsonValue.EMPTY_JSON_ARRAY);
            var list = results instanceof JsonString text ? array(text.getString()) : results;
            return list.asJsonArray().getValuesAs(JsonObject.class).stream()
                    .map(SmsSyncResult::of)
                    .toList();
        } catch (JsonException | ClassCastException e) {
            throw new BadWebhookException("message_result is no list of results");
        }
    }

    private static JsonArray array(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readArray();
        }
    }

    private static SmsSyncResult of(JsonObject result) {
        var uuid = result.getString("uuid", "");
        var sent = result.getString("sent_result_message", "");
        var delivered = result.getString("delivered_result_message", "");
        if (result.getInt("sent_result_code", 0) > 0) {
            return new SmsSyncResult(uuid, Optional.of(FAILED), sent);
        }
        int code = result.getInt("delivered_result_code", 0);
        if (code == OK) {
            return new SmsSyncResult(uuid, Optional.of(DELIVERED), delivered);
        }
        // The code that means failure also stands where nothing is known yet, but without words.
        var failed = Optional.of(FAILED).filter(state -> !delivered.isBlank());
        return new SmsSyncResult(uuid, failed, delivered);
    }
}
