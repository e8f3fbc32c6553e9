package org.rapidsms.backend.africastalking;

import static org.rapidsms.backend.DeliveryReport.State.DELIVERED;
import static org.rapidsms.backend.DeliveryReport.State.FAILED;
import static org.rapidsms.backend.DeliveryReport.State.SENT;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rapidsms.backend.Backend;
import org.rapidsms.backend.BackendEvent;
import org.rapidsms.backend.BadWebhookException;
import org.rapidsms.backend.Consent;
import org.rapidsms.backend.DeliveryReport;
import org.rapidsms.backend.Gateway;
import org.rapidsms.backend.Gateway.Call;
import org.rapidsms.backend.IncomingSms;
import org.rapidsms.backend.Outcome;
import org.rapidsms.backend.OutgoingSms;
import org.rapidsms.backend.Parameters;
import org.rapidsms.backend.SendException;
import org.rapidsms.backend.SendFailure;
import org.rapidsms.backend.Webhook;
import org.rapidsms.backend.WebhookRequest;

/** One account with Africa's Talking. */
class AfricasTalkingBackend implements Backend {

    private static final String NO_BODY = "";

    private static final Map<String, DeliveryReport.State> STATES =
            Map.of(
                    "Sent", SENT,
                    "Submitted", SENT,
                    "Buffered", SENT,
                    "Success", DELIVERED,
                    "Rejected", FAILED,
                    "Failed", FAILED,
                    "Expired", FAILED);

    private final AfricasTalkingConfig config;
    private final Gateway gateway;

    AfricasTalkingBackend(AfricasTalkingConfig config, Gateway gateway) {
        this.config = config;
        this.gateway = gateway;
    }

    /** A call that nobody answers may reach so many phones twice. */
    @Override
    public int phonesAtOnce() {
        return 100;
    }

    @Override
    public List<Outcome> send(OutgoingSms sms) {
        var reply = gateway.call(call(sms));
        if (!reply.isSuccess()) {
            throw reply.failure();
        }
        var data =
                reply.json().get("SMSMessageData") instanceof JsonObject object
                        ? object
                        : JsonValue.EMPTY_JSON_OBJECT;
        var recipients = Parameters.list(data, "Recipients");
        if (recipients.isEmpty()) {
            throw refusal(Parameters.of(data).text("Message").orElse(""));
        }
        return recipients.stream().flatMap(recipient -> outcome(sms, recipient).stream()).toList();
    }

    private Call call(OutgoingSms sms) {
        var fields = new HashMap<String, String>();
        fields.put("username", config.username());
        fields.put("to", String.join(",", sms.identities()));
        fields.put("message", sms.text());
        config.from().ifPresent(from -> fields.put("from", from));
        return Call.form(config.messaging(), fields, config.timeout())
                .with("apikey", config.apiKey().value())
                .with("Accept", "application/json");
    }

    /** What is said instead of naming the phones. */
    private static SendException refusal(String message) {
        return switch (message) {
            case "InvalidSenderId" -> new SendException(SendFailure.MISCONFIGURED, message);
            case "InsufficientBalance" -> new SendException(SendFailure.NO_CREDIT, message);
            default -> new SendException(SendFailure.UNKNOWN, "no phone is named in the answer");
        };
    }

    private static Optional<Outcome> outcome(OutgoingSms sms, Parameters recipient) {
        return recipient
                .text("number")
                .flatMap(sms::identity)
                .map(identity -> outcome(identity, recipient));
    }

    private static Outcome outcome(String identity, Parameters recipient) {
        var code = recipient.text("statusCode").orElse("");
        if (!AfricasTalkingCodes.isTaken(code)) {
            var words = code + recipient.first("status").map(word -> " " + word).orElse("");
            return Outcome.failed(identity, AfricasTalkingCodes.failure(code), words);
        }
        return recipient
                .first("messageId")
                .filter(id -> !id.equals("None"))
                .map(id -> Outcome.sent(identity, id))
                .orElseGet(() -> Outcome.sent(identity));
    }

    @Override
    public boolean knowsCallers() {
        return config.secret().isPresent();
    }

    @Override
    public Webhook receive(WebhookRequest request) {
        request.allow("POST");
        config.secret().ifPresent(request::insistOn);
        var parameters = request.formParameters();
        var events =
                switch (request.action()) {
                    case "" -> List.of(incoming(parameters));
                    case "status" -> report(parameters);
                    case "opt-out" ->
                            List.of(new Consent(parameters.notBlank("phoneNumber"), false));
                    default -> throw BadWebhookException.notFound();
                };
        return new Webhook(events, NO_BODY);
    }

    private static BackendEvent incoming(Parameters parameters) {
        return new IncomingSms(
                parameters.notBlank("from"),
                parameters.required("text"),
                Map.of("external_id", parameters.notBlank("id")));
    }

    private static List<BackendEvent> report(Parameters parameters) {
        var id = parameters.notBlank("id");
        var status = parameters.required("status");
        var state = STATES.get(status);
        var words = status + parameters.first("failureReason").map(why -> " " + why).orElse("");
        return state == null ? List.of() : List.of(DeliveryReport.of(id, state, words));
    }
}
