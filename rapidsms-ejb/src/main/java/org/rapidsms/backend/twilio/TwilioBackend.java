package org.rapidsms.backend.twilio;

import static org.rapidsms.backend.DeliveryReport.State.DELIVERED;
import static org.rapidsms.backend.DeliveryReport.State.FAILED;
import static org.rapidsms.backend.DeliveryReport.State.SENT;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.rapidsms.backend.Webhook;
import org.rapidsms.backend.WebhookRequest;

/** One account with Twilio. */
class TwilioBackend implements Backend {

    /** TwiML that does nothing: whatever else is answered, Twilio calls an error. */
    private static final String NO_ANSWER = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response/>";

    /** What a text has come to; other words tell that it is on its way. */
    private static final Map<String, DeliveryReport.State> STATES =
            Map.of(
                    "sent", SENT,
                    "delivered", DELIVERED,
                    "read", DELIVERED,
                    "undelivered", FAILED,
                    "failed", FAILED,
                    "canceled", FAILED);

    private final TwilioConfig config;
    private final TwilioSignature signature;
    private final Gateway gateway;

    TwilioBackend(TwilioConfig config, Gateway gateway) {
        this.config = config;
        this.signature = new TwilioSignature(config.authToken());
        this.gateway = gateway;
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
                    ? sent(identity, Parameters.of(reply.json()))
                    : Outcome.failed(identity, failure(reply));
        } catch (SendException e) {
            return Outcome.failed(identity, e);
        }
    }

    private static Outcome sent(String identity, Parameters answer) {
        return answer.first("sid")
                .map(id -> Outcome.sent(identity, id))
                .orElseGet(() -> Outcome.sent(identity));
    }

    private Call call(String identity, String text) {
        var fields = new HashMap<>(config.sender());
        fields.put("To", identity);
        fields.put("Body", text);
        config.deliveryReports().ifPresent(url -> fields.put("StatusCallback", url.toString()));
        return Call.form(config.messages(), fields, config.timeout())
                .as(config.user(), config.password());
    }

    /** Its own words would repeat the number. */
    private static SendException failure(Gateway.Reply reply) {
        var code = Parameters.of(reply.json()).text("code").filter(c -> c.matches("\\d{1,6}"));
        return new SendException(
                TwilioErrors.failure(code.orElse(""), reply.status()),
                "HTTP status " + reply.status() + code.map(c -> ", error " + c).orElse(""),
                reply.retryAfter());
    }

    @Override
    public boolean knowsCallers() {
        return true;
    }

    @Override
    public Webhook receive(WebhookRequest request) {
        request.allow("GET", "POST");
        signature.check(request);
        var parameters = request.parameters();
        var events =
                switch (request.action()) {
                    case "" -> incoming(parameters);
                    case "status" -> report(parameters);
                    default -> throw BadWebhookException.notFound();
                };
        return new Webhook(events, NO_ANSWER).answering("text/xml", NO_ANSWER);
    }

    private static List<BackendEvent> incoming(Parameters parameters) {
        var identity = parameters.notBlank("From");
        var events = new ArrayList<BackendEvent>();
        // First: the answer to a text by which somebody comes back shall leave.
        switch (parameters.text("OptOutType").orElse("")) {
            case "STOP" -> events.add(new Consent(identity, false));
            case "START" -> events.add(new Consent(identity, true));
            default -> {
                // HELP, and texts of which Twilio says nothing.
            }
        }
        events.add(
                new IncomingSms(
                        identity,
                        parameters.required("Body"),
                        Map.of("external_id", parameters.notBlank("MessageSid"))));
        return events;
    }

    private static List<BackendEvent> report(Parameters parameters) {
        var id = parameters.notBlank("MessageSid");
        var status = parameters.required("MessageStatus");
        var state = STATES.get(status);
        var words = status + parameters.first("ErrorCode").map(code -> " " + code).orElse("");
        return state == null ? List.of() : List.of(DeliveryReport.of(id, state, words));
    }
}
