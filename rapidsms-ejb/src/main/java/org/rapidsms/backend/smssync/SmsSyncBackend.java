package org.rapidsms.backend.smssync;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.rapidsms.backend.Backend;
import org.rapidsms.backend.BackendEvent;
import org.rapidsms.backend.BadWebhookException;
import org.rapidsms.backend.DeliveryReport;
import org.rapidsms.backend.Outcome;
import org.rapidsms.backend.OutgoingSms;
import org.rapidsms.backend.PhoneText;
import org.rapidsms.backend.PhoneTexts;
import org.rapidsms.backend.Webhook;
import org.rapidsms.backend.WebhookRequest;

/**
 * One phone with SMSSync. Its calls move on what waits for it, each so that it may as well come
 * twice.
 */
class SmsSyncBackend implements Backend {

    private static final String JSON = "application/json;charset=utf-8";

    private final String name;
    private final SmsSyncConfig config;
    private final PhoneTexts texts;

    SmsSyncBackend(String name, SmsSyncConfig config, PhoneTexts texts) {
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
        return switch (request.queryParameters().text("task").orElse("")) {
            case "" -> incoming(request);
            case "send" -> fetched(request);
            case "sent" -> confirmed(request);
            case "result" -> result(request);
            default -> throw BadWebhookException.notFound();
        };
    }

    private Webhook incoming(WebhookRequest request) {
        request.allow("POST");
        var sms = SmsSyncMessage.read(request);
        check(sms.secret());
        return answer(
                List.of(sms.incoming()),
                payload(Json.createObjectBuilder().add("success", true).addNull("error")));
    }

    private Webhook fetched(WebhookRequest request) {
        request.allow("GET");
        request.insistOn(config.secret());
        var late = texts.giveUp(name, config.maxAge()).stream().map(PhoneText::tooLate).toList();
        var messages = Json.createArrayBuilder();
        for (var text : texts.fetch(name, config.lease())) {
            messages.add(
                    Json.createObjectBuilder()
                            .add("to", text.getIdentity())
                            .add("message", text.getText())
                            .add("uuid", text.getName()));
        }
        return answer(
                late,
                payload(
                        Json.createObjectBuilder()
                                .add("task", "send")
                                .add("secret", config.secret().value())
                                .add("messages", messages)));
    }

    /** Here the app tells no secret; but nobody else knows the names of texts. */
    private Webhook confirmed(WebhookRequest request) {
        request.allow("POST");
        var names = request.json().getJsonArray("queued_messages");
        if (names == null) {
            throw new BadWebhookException("queued_messages is required");
        }
        return answer(
                List.of(),
                uuids(
                        names.getValuesAs(JsonString.class).stream()
                                .map(JsonString::getString)
                                // More no phone was given, and anybody may ask.
                                .limit(PhoneTexts.MOST)
                                .filter(this::isHeld)
                                .toList()));
    }

    /** The phone sends what it confirms, and nothing else. */
    private boolean isHeld(String text) {
        return texts.hold(name, text, Duration.ZERO).isPresent();
    }

    private Webhook result(WebhookRequest request) {
        request.allow("GET", "POST");
        request.insistOn(config.secret());
        if (request.method().equals("GET")) {
            return answer(List.of(), uuids(texts.open(name)));
        }
        var reports =
                SmsSyncResult.read(request.json()).stream()
                        .flatMap(result -> report(result).stream())
                        .toList();
        return answer(reports, uuids(List.of()));
    }

    private Optional<DeliveryReport> report(SmsSyncResult result) {
        return result.state()
                .flatMap(
                        state ->
                                texts.end(name, result.uuid())
                                        .map(text -> text.report(state, result.words())));
    }

    private void check(String said) {
        if (!config.secret().is(said)) {
            throw BadWebhookException.refused();
        }
    }

    private static JsonObject payload(JsonObjectBuilder payload) {
        return Json.createObjectBuilder().add("payload", payload).build();
    }

    private static JsonObject uuids(Collection<String> names) {
        JsonArrayBuilder all = Json.createArrayBuilder(names);
        return Json.createObjectBuilder().add("message_uuids", all).build();
    }

    private static Webhook answer(List<? extends BackendEvent> events, JsonObject answer) {
        return new Webhook(events, "").answering(JSON, answer.toString());
    }
}
