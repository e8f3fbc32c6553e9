package org.rapidsms.backend.envayasms;

import static org.rapidsms.backend.DeliveryReport.State.FAILED;
import static org.rapidsms.backend.DeliveryReport.State.SENT;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rapidsms.backend.Backend;
import org.rapidsms.backend.BackendEvent;
import org.rapidsms.backend.BadWebhookException;
import org.rapidsms.backend.DeliveryReport;
import org.rapidsms.backend.IncomingSms;
import org.rapidsms.backend.Outcome;
import org.rapidsms.backend.OutgoingSms;
import org.rapidsms.backend.Parameters;
import org.rapidsms.backend.PhoneText;
import org.rapidsms.backend.PhoneTexts;
import org.rapidsms.backend.Webhook;
import org.rapidsms.backend.WebhookRequest;

/**
 * One phone with EnvayaSMS. Its calls move on what waits for it, each so that it may as well come
 * twice.
 */
class EnvayaSmsBackend implements Backend {

    private static final String JSON = "application/json";

    private final String name;
    private final EnvayaSmsConfig config;
    private final PhoneTexts texts;

    EnvayaSmsBackend(String name, EnvayaSmsConfig config, PhoneTexts texts) {
        this.name = name;
        this.config = config;
        this.texts = texts;
    }

    @Override
    public List<Outcome> send(OutgoingSms sms) {
        texts.keep(name, sms);
        return Outcome.allSent(sms);
    }

    @Override
    public boolean knowsCallers() {
        return true;
    }

    @Override
    public Webhook receive(WebhookRequest request) {
        if (!request.action().isEmpty()) {
            throw BadWebhookException.notFound();
        }
        request.allow("POST");
        var form = request.formParameters();
        Signature.check(request, form, config.password());
        return switch (form.required("action")) {
            case "incoming" -> incoming(form);
            case "outgoing" -> outgoing();
            case "send_status" -> taken(status(form).stream().toList());
            case "device_status", "forward_sent", "test", "amqp_started" -> taken(List.of());
            default -> unknown();
        };
    }

    /** A call is no text, and nobody wants an answer to it. */
    private static Webhook incoming(Parameters form) {
        if (form.text("message_type").filter("call"::equals).isPresent()) {
            return taken(List.of());
        }
        var identity = form.notBlank("from");
        var text = form.required("message");
        var fields = new HashMap<String, String>();
        form.text("phone_number").ifPresent(number -> fields.put("phone_number", number));
        form.text("timestamp")
                .filter(timestamp -> !timestamp.isBlank())
                .ifPresent(
                        timestamp -> {
                            fields.put("timestamp", timestamp);
                            fields.put("external_id", id(identity, timestamp, text));
                        });
        return taken(List.of(new IncomingSms(identity, text, fields)));
    }

    /** The app gives its texts no ids, but repeats them with their times. */
    private static String id(String... known) {
        var bytes = String.join("\n", known).getBytes(StandardCharsets.UTF_8);
        return UUID.nameUUIDFromBytes(bytes).toString();
    }

    private Webhook outgoing() {
        var late = texts.giveUp(name, config.maxAge()).stream().map(PhoneText::tooLate).toList();
        var messages = Json.createArrayBuilder();
        for (var text : texts.fetch(name, config.lease())) {
            messages.add(
                    Json.createObjectBuilder()
                            .add("id", text.getName())
                            .add("to", text.getIdentity())
                            .add("message", text.getText()));
        }
        return answer(late, events(messages));
    }

    private static JsonArrayBuilder events(JsonArrayBuilder messages) {
        var all = messages.build();
        var events = Json.createArrayBuilder();
        if (!all.isEmpty()) {
            events.add(Json.createObjectBuilder().add("event", "send").add("messages", all));
        }
        return events;
    }

    private Optional<DeliveryReport> status(Parameters form) {
        var id = form.notBlank("id");
        var words = form.text("error").orElse("");
        return switch (form.required("status")) {
            case "queued" ->
                    texts.hold(name, id, config.lease()).map(text -> text.report(SENT, "queued"));
            case "sent" -> texts.end(name, id).map(text -> text.report(SENT, words));
            case "failed" -> texts.end(name, id).map(text -> text.report(FAILED, words));
            case "cancelled" ->
                    texts.end(name, id).map(text -> text.report(FAILED, "cancelled " + words));
            default -> Optional.empty();
        };
    }

    private static Webhook taken(List<? extends BackendEvent> events) {
        return answer(events, Json.createArrayBuilder());
    }

    private static Webhook answer(List<? extends BackendEvent> events, JsonArrayBuilder forPhone) {
        return new Webhook(events, "")
                .answering(
                        JSON,
                        Json.createObjectBuilder().add("events", forPhone).build().toString());
    }

    private static Webhook unknown() {
        var error = Json.createObjectBuilder().add("message", "Unknown action");
        return new Webhook(
                List.of(),
                404,
                JSON,
                Json.createObjectBuilder().add("error", error).build().toString());
    }
}
