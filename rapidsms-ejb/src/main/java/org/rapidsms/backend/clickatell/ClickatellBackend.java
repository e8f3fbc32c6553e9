package org.rapidsms.backend.clickatell;

import static java.util.Map.entry;
import static org.rapidsms.backend.DeliveryReport.State.DELIVERED;
import static org.rapidsms.backend.DeliveryReport.State.FAILED;
import static org.rapidsms.backend.DeliveryReport.State.SENT;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.rapidsms.backend.Backend;
import org.rapidsms.backend.BackendEvent;
import org.rapidsms.backend.BadWebhookException;
import org.rapidsms.backend.DeliveryReport;
import org.rapidsms.backend.Gateway;
import org.rapidsms.backend.IncomingSms;
import org.rapidsms.backend.Outcome;
import org.rapidsms.backend.OutgoingSms;
import org.rapidsms.backend.Parameters;
import org.rapidsms.backend.Webhook;
import org.rapidsms.backend.WebhookRequest;

/** One account with Clickatell. */
class ClickatellBackend implements Backend {

    private static final String NO_BODY = "";

    /** Without the zeros that the older API writes before them. */
    private static final Map<String, DeliveryReport.State> STATES =
            Map.ofEntries(
                    entry("2", SENT), // queued
                    entry("3", SENT), // delivered to the gateway
                    entry("4", DELIVERED), // received by the recipient
                    entry("5", FAILED), // error with the message
                    entry("6", FAILED), // cancelled
                    entry("7", FAILED), // error delivering
                    entry("8", SENT), // taken
                    entry("9", FAILED), // routing error
                    entry("10", FAILED), // expired
                    entry("11", SENT), // queued for later
                    entry("12", FAILED), // out of credit
                    entry("14", FAILED)); // more than may be sent

    private final ClickatellConfig config;
    private final ClickatellApi api;
    private final Gateway gateway;

    ClickatellBackend(ClickatellConfig config, Gateway gateway) {
        this.config = config;
        this.gateway = gateway;
        this.api =
                config.login()
                        .<ClickatellApi>map(login -> new OlderApi(config, login))
                        .orElseGet(() -> new PlatformApi(config, config.apiKey().orElseThrow()));
    }

    /** Of 200 that Clickatell takes at once; a call that nobody answers may reach them twice. */
    @Override
    public int phonesAtOnce() {
        return 100;
    }

    @Override
    public List<Outcome> send(OutgoingSms sms) {
        return api.outcomes(sms, gateway.call(api.call(sms)));
    }

    @Override
    public boolean knowsCallers() {
        return config.secret().isPresent();
    }

    @Override
    public Webhook receive(WebhookRequest request) {
        request.allow("GET", "POST");
        config.secret().ifPresent(request::insistOn);
        var parameters = request.parameters();
        var events =
                switch (request.action()) {
                    case "" -> List.of(incoming(parameters));
                    case "status" -> report(parameters);
                    default -> throw BadWebhookException.notFound();
                };
        return new Webhook(events, NO_BODY);
    }

    private static BackendEvent incoming(Parameters parameters) {
        boolean older = parameters.text("moMsgId").isPresent();
        var charset = charset(parameters.text("charset").orElse(""));
        return new IncomingSms(
                parameters.notBlank(older ? "from" : "fromNumber"),
                older
                        ? parameters.text("text", charset).orElse("")
                        : unescaped(parameters.required("text"), charset),
                Map.of("external_id", parameters.notBlank(older ? "moMsgId" : "messageId")));
    }

    private static Charset charset(String name) {
        return switch (name) {
            case "ISO-8859-1" -> StandardCharsets.ISO_8859_1;
            case "UTF-16BE" -> StandardCharsets.UTF_16BE;
            default -> StandardCharsets.UTF_8;
        };
    }

    /** In JSON too, texts of these charsets are escaped as in a form. */
    private static String unescaped(String text, Charset charset) {
        boolean isEscaped =
                !charset.equals(StandardCharsets.UTF_8)
                        && text.chars().allMatch(c -> c > ' ' && c < 0x7F && c != '&');
        try {
            return isEscaped ? Parameters.parse("=" + text).text("", charset).orElse("") : text;
        } catch (BadWebhookException e) {
            // A percent sign that stands for itself.
            return text;
        }
    }

    private static List<BackendEvent> report(Parameters parameters) {
        var id =
                parameters
                        .first("messageId", "apiMsgId")
                        .orElseThrow(() -> new BadWebhookException("messageId is required"));
        var code = parameters.first("statusCode", "status").orElse("").replaceFirst("^0+", "");
        var state = STATES.get(code);
        return state == null ? List.of() : List.of(DeliveryReport.of(id, state, code));
    }
}
