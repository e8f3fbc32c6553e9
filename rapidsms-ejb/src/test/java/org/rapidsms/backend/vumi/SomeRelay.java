package org.rapidsms.backend.vumi;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.rapidsms.backend.Gateway.Call;
import org.rapidsms.backend.Gateway.Reply;

/** Takes and refuses what Vumi's {@code RapidSMSRelay} takes and refuses, in its words. */
class SomeRelay implements Function<Call, Reply> {

    /** Who asked what, by the relay's ids: it remembers them for ten minutes. */
    final Map<String, String> asked = new LinkedHashMap<>();

    /** Phones for which it fails, of which it says nothing. */
    final Set<String> failing = new HashSet<>();

    private final String authorization;

    SomeRelay(String authorization) {
        this.authorization = authorization;
    }

    @Override
    public Reply apply(Call call) {
        if (!authorization.equals(call.headers().getOrDefault("Authorization", ""))) {
            return new Reply(401, "Unauthorized");
        }
        var body = Json.createReader(new StringReader(call.body())).readObject();
        if (body.get("to_addr").getValueType() != JsonValue.ValueType.ARRAY) {
            return new Reply(400, "Supplied `to_addr` was not a list.");
        }
        if (!"default".equals(body.getString("endpoint", "default"))) {
            return new Reply(400, "Endpoint not defined in list of allowed endpoints");
        }
        return refusal(body).orElseGet(() -> sent(body));
    }

    private Optional<Reply> refusal(JsonObject body) {
        var answered = body.getString("in_reply_to", null);
        if (answered == null) {
            return Optional.empty();
        }
        if (!asked.containsKey(answered)) {
            return Optional.of(new Reply(400, "Original message u'" + answered + "' not found."));
        }
        var phones = body.getJsonArray("to_addr");
        return phones.size() == 1 && phones.getString(0).equals(asked.get(answered))
                ? Optional.empty()
                : Optional.of(
                        new Reply(
                                400,
                                "Supplied `to_addrs` don't match `from_addr` of original message"));
    }

    private Reply sent(JsonObject body) {
        var messages = Json.createArrayBuilder();
        for (var phone : body.getJsonArray("to_addr").getValuesAs(JsonString::getString)) {
            if (!failing.contains(phone)) {
                messages.add(
                        Json.createObjectBuilder()
                                .add("message_id", "id of " + phone)
                                .add("message_type", "user_message")
                                .add("to_addr", phone)
                                .add("content", body.getString("content")));
            }
        }
        return new Reply(200, messages.build().toString());
    }
}
