package org.rapidsms.backend.telerivet;

import static org.rapidsms.backend.DeliveryReport.State.DELIVERED;
import static org.rapidsms.backend.DeliveryReport.State.FAILED;
import static org.rapidsms.backend.DeliveryReport.State.SENT;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rapidsms.backend.Backend;
import org.rapidsms.backend.BackendEvent;
import org.rapidsms.backend.BadWebhookException;
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
import org.rapidsms.settings.Secret;

/** One project of Telerivet. */
class TelerivetBackend implements Backend {

    private static final String NO_BODY = "";
    private static final Secret NO_PASSWORD = new Secret("");

    /** Calls and the codes of USSD are no texts. */
    private static final Set<String> TEXTS = Set.of("sms", "mms", "chat");

    /** What a text has come to; other words tell that it is on its way. */
    private static final Map<String, DeliveryReport.State> STATES =
            Map.of(
                    "sent", SENT,
                    "delivered", DELIVERED,
                    "read", DELIVERED,
                    "failed", FAILED,
                    "not_delivered", FAILED,
                    "cancelled", FAILED);

    private final TelerivetConfig config;
    private final Gateway gateway;

    TelerivetBackend(TelerivetConfig config, Gateway gateway) {
        this.config = config;
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
            var call = Call.json(config.messages(), message(identity, text), config.timeout());
            var reply = gateway.call(call.as(config.apiKey().value(), NO_PASSWORD));
            return reply.isSuccess()
                    ? outcome(identity, Parameters.of(reply.json()))
                    : Outcome.failed(identity, failure(reply));
        } catch (SendException e) {
            return Outcome.failed(identity, e);
        }
    }

    private JsonObject message(String identity, String text) {
        var message = Json.createObjectBuilder().add("to_number", identity).add("content", text);
        config.route().ifPresent(route -> message.add("route_id", route));
        config.deliveryReports()
                .ifPresent(
                        url ->
                                message.add("status_url", url.toString())
                                        .add("status_secret", config.secret().value()));
        return message.build();
    }

    private static Outcome outcome(String identity, Parameters answer) {
        var status = answer.text("status").orElse("");
        if (STATES.get(status) == FAILED) {
            return Outcome.failed(identity, SendFailure.REJECTED, status);
        }
        return answer.first("id")
                .map(id -> Outcome.sent(identity, id))
                .orElseGet(() -> Outcome.sent(identity));
    }

    private static SendException failure(Gateway.Reply reply) {
        var code = Parameters.of(reply.json()).text("error.code").filter(c -> c.matches("\\w+"));
        return new SendException(
                // A project that is not found is not this phone's fault.
                reply.status() == 404
                        ? SendFailure.MISCONFIGURED
                        : SendFailure.ofHttpStatus(reply.status()),
                "HTTP status " + reply.status() + code.map(c -> ", " + c).orElse(""),
                reply.retryAfter());
    }

    /** Telerivet says by the event, and not by the address, what its call is. */
    @Override
    public boolean knowsCallers() {
        return true;
    }

    @Override
    public Webhook receive(WebhookRequest request) {
        if (!Set.of("", "status").contains(request.action())) {
            throw BadWebhookException.notFound();
        }
        request.allow("POST");
        var parameters = request.formParameters();
        if (!config.secret().is(parameters.text("secret").orElse(""))) {
            throw BadWebhookException.refused();
        }
        return new Webhook(
                switch (parameters.required("event")) {
                    case "incoming_message" -> incoming(parameters);
                    case "send_status" -> report(parameters);
                    default -> List.of();
                },
                NO_BODY);
    }

    private static List<BackendEvent> incoming(Parameters parameters) {
        if (!TEXTS.contains(parameters.text("message_type").orElse("sms"))) {
            return List.of();
        }
        return List.of(
                new IncomingSms(
                        parameters.notBlank("from_number"),
                        parameters.required("content"),
                        Map.of("external_id", parameters.notBlank("id"))));
    }

    private static List<BackendEvent> report(Parameters parameters) {
        var id = parameters.notBlank("id");
        var status = parameters.required("status");
        var state = STATES.get(status);
        var words = status + parameters.first("error_message").map(why -> " " + why).orElse("");
        return state == null ? List.of() : List.of(DeliveryReport.of(id, state, words));
    }
}
