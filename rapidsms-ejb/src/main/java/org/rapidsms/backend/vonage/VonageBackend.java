package org.rapidsms.backend.vonage;

import static org.rapidsms.backend.DeliveryReport.State.DELIVERED;
import static org.rapidsms.backend.DeliveryReport.State.FAILED;
import static org.rapidsms.backend.DeliveryReport.State.SENT;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rapidsms.backend.Backend;
import org.rapidsms.backend.BackendEvent;
import org.rapidsms.backend.BadWebhookException;
import org.rapidsms.backend.DeliveryReport;
import org.rapidsms.backend.Gateway;
import org.rapidsms.backend.Gateway.Call;
import org.rapidsms.backend.Outcome;
import org.rapidsms.backend.OutgoingSms;
import org.rapidsms.backend.Parameters;
import org.rapidsms.backend.SendException;
import org.rapidsms.backend.SendFailure;
import org.rapidsms.backend.TextParts;
import org.rapidsms.backend.Webhook;
import org.rapidsms.backend.WebhookRequest;
import org.rapidsms.text.Gsm7;

/** One account with Vonage. */
class VonageBackend implements Backend {

    private static final String NO_BODY = "";

    private static final Map<String, DeliveryReport.State> STATES =
            Map.of(
                    "accepted", SENT,
                    "buffered", SENT,
                    "delivered", DELIVERED,
                    "expired", FAILED,
                    "failed", FAILED,
                    "rejected", FAILED);

    private final VonageConfig config;
    private final Gateway gateway;
    private final Incoming incoming;

    VonageBackend(String name, VonageConfig config, Gateway gateway, TextParts parts) {
        this.config = config;
        this.gateway = gateway;
        this.incoming = new Incoming(name, config.partsWait(), parts);
    }

    @Override
    public int phonesAtOnce() {
        return 1;
    }

    @Override
    public List<Outcome> send(OutgoingSms sms) {
        return sms.identities().stream().map(identity -> send(identity, sms.text())).toList();
    }

    private Outcome send(String identity, String text) {
        try {
            var reply = gateway.call(call(identity, text));
            return reply.isSuccess()
                    ? outcome(identity, Parameters.list(reply.json(), "messages"))
                    : Outcome.failed(identity, reply.failure());
        } catch (SendException e) {
            return Outcome.failed(identity, e);
        }
    }

    private Call call(String identity, String text) {
        var fields = new HashMap<String, String>();
        fields.put("api_key", config.apiKey().value());
        fields.put("api_secret", config.apiSecret().value());
        fields.put("from", config.from());
        fields.put("to", identity.replaceFirst("^\\+", ""));
        fields.put("text", text);
        fields.put("type", Gsm7.canWrite(text) ? "text" : "unicode");
        config.deliveryReports()
                .ifPresent(
                        url -> {
                            fields.put("status-report-req", "1");
                            fields.put("callback", url.toString());
                        });
        return Call.form(config.messages(), fields, config.timeout());
    }

    /**
     * A success is said of each part of a text. It has arrived when its parts have, so the first
     * one's id stands for all.
     */
    private static Outcome outcome(String identity, List<Parameters> parts) {
        var refused = parts.stream().filter(part -> !status(part).equals("0")).findFirst();
        if (refused.isPresent()) {
            var status = status(refused.get());
            return Outcome.failed(identity, failure(status), "status " + status);
        }
        if (parts.isEmpty()) {
            return Outcome.failed(identity, SendFailure.UNKNOWN, "no status in the answer");
        }
        return parts.get(0)
                .first("message-id")
                .map(id -> Outcome.sent(identity, id))
                .orElseGet(() -> Outcome.sent(identity));
    }

    private static String status(Parameters part) {
        return part.text("status").orElse("");
    }

    private static SendFailure failure(String status) {
        return switch (status) {
            case "1" -> SendFailure.THROTTLED;
            case "9" -> SendFailure.NO_CREDIT; // partner quota violation
            case "4", "8", "14" -> SendFailure.MISCONFIGURED; // credentials, account, signature
            case "15", "32", "33" -> SendFailure.MISCONFIGURED; // sender, signature, number
            case "5", "10", "11" -> SendFailure.UNREACHABLE; // internal, too many binds, no route
            case "" -> SendFailure.UNKNOWN;
            // 2 and 3 parameters, 6 anti-spam, 7 barred number, 12 too long, 22 network,
            // 23 callback, 29 a number that is not on the list of a trial
            default -> SendFailure.REJECTED;
        };
    }

    @Override
    public boolean knowsCallers() {
        return config.signature().isPresent();
    }

    @Override
    public Webhook receive(WebhookRequest request) {
        request.allow("GET", "POST");
        if (request.query().isEmpty() && request.body().length == 0) {
            // So Vonage tries an address that it is given.
            return new Webhook(List.of(), NO_BODY);
        }
        var parameters = request.parameters();
        config.signature().ifPresent(signature -> signature.check(parameters));
        var events =
                switch (request.action()) {
                    case "" -> incoming.take(parameters);
                    case "status" -> report(parameters);
                    default -> throw BadWebhookException.notFound();
                };
        return new Webhook(events, NO_BODY);
    }

    private static List<BackendEvent> report(Parameters parameters) {
        var id = parameters.notBlank("messageId");
        var status = parameters.required("status");
        var state = STATES.get(status);
        var words = status + parameters.first("err-code").map(code -> " " + code).orElse("");
        return state == null ? List.of() : List.of(DeliveryReport.of(id, state, words));
    }
}
