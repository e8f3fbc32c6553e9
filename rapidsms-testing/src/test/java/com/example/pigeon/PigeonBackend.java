package com.example.pigeon;

import static org.rapidsms.backend.DeliveryReport.State.DELIVERED;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.rapidsms.backend.Backend;
import org.rapidsms.backend.BadWebhookException;
import org.rapidsms.backend.DeliveryReport;
import org.rapidsms.backend.Gateway;
import org.rapidsms.backend.IncomingSms;
import org.rapidsms.backend.Outcome;
import org.rapidsms.backend.OutgoingSms;
import org.rapidsms.backend.Webhook;
import org.rapidsms.backend.WebhookRequest;
import org.rapidsms.settings.Secret;

/** One account with Pigeon. */
record PigeonBackend(URI url, Secret token, Gateway gateway) implements Backend {

    @Override
    public int phonesAtOnce() {
        return 1;
    }

    @Override
    public List<Outcome> send(OutgoingSms sms) {
        var phone = sms.identities().get(0);
        var body = Json.createObjectBuilder().add("to", phone).add("text", sms.text()).build();
        var headers = Map.of("Authorization", "Bearer " + token.value());
        var timeout = Duration.ofSeconds(30);
        var reply = gateway.call(new Gateway.Call("POST", url, headers, body.toString(), timeout));
        if (!reply.isSuccess()) {
            throw reply.failure();
        }
        var answer = Json.createReader(new StringReader(reply.body())).readObject();
        return List.of(Outcome.sent(phone, answer.getString("id")));
    }

    @Override
    public Webhook receive(WebhookRequest request) {
        request.allow("POST");
        var call = request.json();
        var id = required(call, "id");
        return switch (required(call, "event")) {
            case "text" -> new Webhook(text(call, id), "OK");
            case "delivered" -> new Webhook(DeliveryReport.of(id, DELIVERED, ""), "OK");
            // More than we know of: it is told that all is well, so that it does not say it again.
            default -> new Webhook(List.of(), "OK");
        };
    }

    private static IncomingSms text(JsonObject call, String id) {
        var text = required(call, "text");
        return new IncomingSms(required(call, "from"), text, Map.of("external_id", id));
    }

    private static String required(JsonObject call, String name) {
        if (call.get(name) instanceof JsonString value) {
            return value.getString();
        }
        throw new BadWebhookException(name + " is required");
    }
}
