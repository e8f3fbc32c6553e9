package org.rapidsms.backend.infobip;

import static org.rapidsms.backend.DeliveryReport.State.DELIVERED;
import static org.rapidsms.backend.DeliveryReport.State.FAILED;
import static org.rapidsms.backend.DeliveryReport.State.SENT;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/** One account with Infobip. */
class InfobipBackend implements Backend {

    private static final String NO_BODY = "";

    private final InfobipConfig config;
    private final Gateway gateway;

    InfobipBackend(InfobipConfig config, Gateway gateway) {
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
        var reply =
                gateway.call(
                        Call.json(config.messages(), message(sms), config.timeout())
                                .with("Authorization", "App " + config.apiKey().value()));
        if (!reply.isSuccess()) {
            throw reply.status() == 404
                    ? new SendException(SendFailure.MISCONFIGURED, "HTTP status 404")
                    : reply.failure();
        }
        return Parameters.list(reply.json(), "messages").stream()
                .flatMap(told -> outcome(sms, told).stream())
                .toList();
    }

    private JsonObject message(OutgoingSms sms) {
        var destinations = Json.createArrayBuilder();
        sms.identities()
                .forEach(
                        identity ->
                                destinations.add(
                                        Json.createObjectBuilder()
                                                .add("to", identity.replaceFirst("^\\+", ""))));
        var message =
                Json.createObjectBuilder()
                        .add("sender", config.sender())
                        .add("destinations", destinations)
                        .add("content", Json.createObjectBuilder().add("text", sms.text()));
        config.deliveryReports()
                .ifPresent(url -> message.add("webhooks", reports(url + secretQuery())));
        return Json.createObjectBuilder()
                .add("messages", Json.createArrayBuilder().add(message))
                .build();
    }

    private String secretQuery() {
        return config.secret()
                .map(secret -> URLEncoder.encode(secret.value(), StandardCharsets.UTF_8))
                .map(escaped -> "?secret=" + escaped)
                .orElse("");
    }

    private static JsonObject reports(String url) {
        return Json.createObjectBuilder()
                .add("delivery", Json.createObjectBuilder().add("url", url))
                .build();
    }

    private static Optional<Outcome> outcome(OutgoingSms sms, Parameters told) {
        return told.first("destination", "to")
                .flatMap(sms::identity)
                .map(identity -> outcome(identity, told));
    }

    private static Outcome outcome(String identity, Parameters told) {
        var failure =
                InfobipStatus.failure(
                        told.text("status.groupId").orElse(""), told.text("status.id").orElse(""));
        if (failure.isPresent()) {
            var words = told.text("status.name").orElse("no status in the answer");
            return Outcome.failed(identity, failure.get(), words);
        }
        return told.first("messageId")
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
        var results = Parameters.list(request.json(), "results").stream();
        var events =
                switch (request.action()) {
                    case "" -> results.map(InfobipBackend::incoming).toList();
                    case "status" -> results.flatMap(result -> report(result).stream()).toList();
                    default -> throw BadWebhookException.notFound();
                };
        return new Webhook(events, NO_BODY);
    }

    private static BackendEvent incoming(Parameters result) {
        return new IncomingSms(
                result.notBlank("from"),
                result.required("text"),
                Map.of("external_id", result.notBlank("messageId")));
    }

    private static Optional<BackendEvent> report(Parameters result) {
        var id = result.notBlank("messageId");
        var words =
                result.text("status.name").orElse("")
                        + result.first("error.name")
                                .filter(error -> !error.equals("NO_ERROR"))
                                .map(error -> " " + error)
                                .orElse("");
        return state(result).map(state -> DeliveryReport.of(id, state, words));
    }

    private static Optional<DeliveryReport.State> state(Parameters result) {
        return switch (result.text("status.groupId").orElse("")) {
            case "1" -> Optional.of(SENT); // PENDING
            // DELIVERED: to the operator, or to the handset
            case "3" ->
                    Optional.of(
                            result.text("status.id").equals(Optional.of("2")) ? SENT : DELIVERED);
            case "7" -> Optional.of(DELIVERED); // SEEN
            case "2", "4", "5" -> Optional.of(FAILED); // UNDELIVERABLE, EXPIRED, REJECTED
            default -> Optional.empty();
        };
    }
}
