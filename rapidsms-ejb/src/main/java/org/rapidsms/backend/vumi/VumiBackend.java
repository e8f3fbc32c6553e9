package org.rapidsms.backend.vumi;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.rapidsms.backend.Backend;
import org.rapidsms.backend.BadWebhookException;
import org.rapidsms.backend.Gateway;
import org.rapidsms.backend.Gateway.Call;
import org.rapidsms.backend.IncomingSms;
import org.rapidsms.backend.Outcome;
import org.rapidsms.backend.OutgoingSms;
import org.rapidsms.backend.Webhook;
import org.rapidsms.backend.WebhookRequest;
import org.rapidsms.settings.Secret;

/** One relay of Vumi's. */
class VumiBackend implements Backend {

    private static final String EXTERNAL_ID = "external_id";

    /** The answer repeats the whole text for each phone, and 64 KiB of it are read. */
    private static final int MOST_PHONES = 20;

    private static final List<String> REQUIRED =
            List.of("message_id", "to_addr", "from_addr", "transport_name", "transport_type");
    private static final List<String> OPTIONAL = List.of("in_reply_to", "session_event", "group");

    private final VumiConfig config;
    private final Gateway gateway;

    VumiBackend(VumiConfig config, Gateway gateway) {
        this.config = config;
        this.gateway = gateway;
    }

    @Override
    public List<Outcome> send(OutgoingSms sms) {
        var answered = answered(sms);
        var reply = gateway.call(call(sms, answered));
        if (reply.status() == 400 && answered.isPresent()) {
            // The relay forgets what was asked after some minutes, and then takes no answer to it.
            reply = gateway.call(call(sms, Optional.empty()));
        }
        return new VumiReply(reply).outcomes(sms.identities());
    }

    @Override
    public int phonesAtOnce() {
        return MOST_PHONES;
    }

    /** Only to one phone is anything an answer. */
    private static Optional<String> answered(OutgoingSms sms) {
        return sms.identities().size() == 1
                ? Optional.ofNullable(sms.context().get(EXTERNAL_ID))
                : Optional.empty();
    }

    private Call call(OutgoingSms sms, Optional<String> answered) {
        var headers = new HashMap<>(Map.of("Content-Type", "application/json"));
        config.outgoing().map(Secret::value).ifPresent(both -> headers.put("Authorization", both));
        return new Call(
                "POST",
                config.sendsmsUrl(),
                headers,
                body(sms, answered).toString(),
                config.timeout());
    }

    private JsonObject body(OutgoingSms sms, Optional<String> answered) {
        var body = Json.createObjectBuilder();
        new TreeMap<>(config.sendsmsParams())
                .forEach((name, value) -> body.add(name, value.value()));
        body.add("content", sms.text())
                .add("to_addr", Json.createArrayBuilder(sms.identities()))
                .addNull("session_event")
                .add(
                        "metadata",
                        Json.createObjectBuilder().add("rapidsms_msg_id", sms.messageId()));
        answered.ifPresent(id -> body.add("in_reply_to", id));
        return body.build();
    }

    @Override
    public boolean knowsCallers() {
        return config.incoming().isPresent();
    }

    @Override
    public Webhook receive(WebhookRequest request) {
        if (!request.action().isEmpty()) {
            throw BadWebhookException.notFound();
        }
        request.allow("POST");
        config.incoming().ifPresent(expected -> check(expected, request));
        var message = request.json();
        var fields = new HashMap<String, String>();
        REQUIRED.forEach(name -> fields.put(name, required(message, name)));
        OPTIONAL.forEach(name -> fields.put(name, text(message, name)));
        fields.put(EXTERNAL_ID, fields.get("message_id"));
        fields.values().removeIf(String::isEmpty);
        return new Webhook(
                new IncomingSms(fields.get("from_addr"), text(message, "content"), fields), "");
    }

    private static void check(Secret expected, WebhookRequest request) {
        if (!expected.is(request.header("Authorization").orElse(""))) {
            throw BadWebhookException.refused();
        }
    }

    private static String required(JsonObject message, String name) {
        var value = text(message, name).strip();
        if (value.isEmpty()) {
            throw new BadWebhookException(name + " is required and may not be blank");
        }
        return value;
    }

    /** Of any type; empty if there is none. */
    private static String text(JsonObject message, String name) {
        var value = message.getOrDefault(name, JsonValue.NULL);
        if (value instanceof JsonString text) {
            return text.getString();
        }
        return value == JsonValue.NULL ? "" : value.toString();
    }
}
