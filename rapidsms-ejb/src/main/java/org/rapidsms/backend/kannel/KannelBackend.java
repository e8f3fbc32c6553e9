package org.rapidsms.backend.kannel;

import static org.rapidsms.backend.DeliveryReport.State.DELIVERED;
import static org.rapidsms.backend.DeliveryReport.State.FAILED;
import static org.rapidsms.backend.DeliveryReport.State.SENT;
import static org.rapidsms.backend.SendFailure.REJECTED;
import static org.rapidsms.backend.kannel.KannelLog.LOG;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.rapidsms.backend.Backend;
import org.rapidsms.backend.BackendEvent;
import org.rapidsms.backend.BadWebhookException;
import org.rapidsms.backend.DeliveryReport;
import org.rapidsms.backend.Gateway;
import org.rapidsms.backend.Gateway.Call;
import org.rapidsms.backend.IncomingSms;
import org.rapidsms.backend.Outcome;
import org.rapidsms.backend.OutgoingSms;
import org.rapidsms.backend.Webhook;
import org.rapidsms.backend.WebhookRequest;
import org.rapidsms.settings.Secret;

/** One account with a Kannel server. */
class KannelBackend implements Backend {

    /** Kannel would send a body to the phone. */
    private static final String NO_BODY = "";

    /** All events that Kannel can report: the bits 1, 2, 4, 8 and 16 of its {@code dlr-mask}. */
    private static final String ALL_REPORTS = "31";

    /** Kannel's {@code %d}, as its user guide names it. */
    private static final Map<String, DeliveryReport.State> STATES =
            new TreeMap<>(
                    Map.of(
                            "1", DELIVERED, // delivered to phone
                            "2", FAILED, // not delivered to phone
                            "4", SENT, // queued on the network
                            "8", SENT, // taken by the network
                            "16", FAILED, // refused by the network
                            "32", SENT)); // still on its way

    /** Says which part of a long text follows: 3GPP TS 23.040 §9.2.3.24.1 and §9.2.3.24.8. */
    private static final String HEADER = "(?s)\\x05\\x00\\x03.{3}|\\x06\\x08\\x04.{4}";

    private static final int MOST_PHONES = 100;

    private final String name;
    private final KannelConfig config;
    private final Gateway gateway;

    /** Whether Kannel had no connection to a network when it was last asked. */
    private final AtomicBoolean cutOff = new AtomicBoolean();

    KannelBackend(String name, KannelConfig config, Gateway gateway) {
        this.name = name;
        this.config = config;
        this.gateway = gateway;
    }

    @Override
    public List<Outcome> send(OutgoingSms sms) {
        var outcomes = new ArrayList<Outcome>();
        var phones = new ArrayList<String>();
        for (var identity : sms.identities()) {
            // Kannel takes what stands between spaces for so many phones.
            if (identity.matches("\\S+")) {
                phones.add(identity);
            } else {
                outcomes.add(Outcome.failed(identity, REJECTED, "a name with a space is no phone"));
            }
        }
        if (!phones.isEmpty()) {
            outcomes.addAll(
                    call(new OutgoingSms(sms.messageId(), sms.text(), phones, sms.context())));
        }
        return outcomes;
    }

    private List<Outcome> call(OutgoingSms sms) {
        var reply = new KannelReply(gateway.call(Call.get(address(sms), config.timeout())));
        var outcomes = reply.outcomes(sms.identities());
        // Said once, not for each text.
        if (cutOff.compareAndSet(!reply.isQueued(), reply.isQueued())) {
            if (reply.isQueued()) {
                LOG.cutOff(name);
            } else {
                LOG.connected(name);
            }
        }
        return outcomes;
    }

    /** All phones are in one address, and servers refuse longer ones than some kilobytes. */
    @Override
    public int phonesAtOnce() {
        return MOST_PHONES;
    }

    private URI address(OutgoingSms sms) {
        var text = KannelText.of(sms.text(), config);
        var query = new LinkedHashMap<String, String>();
        new TreeMap<>(config.sendsmsParams())
                .forEach((key, value) -> query.put(key, escaped(value)));
        query.put("to", escaped(String.join(" ", sms.identities())));
        query.put("text", text.escaped());
        query.put("coding", text.coding());
        query.put("charset", text.charset());
        config.deliveryReportUrl()
                .ifPresent(
                        url -> {
                            query.put("dlr-mask", ALL_REPORTS);
                            query.put("dlr-url", escaped(reportTo(url, sms.messageId())));
                        });
        return URI.create(
                query.entrySet().stream()
                        .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
                        .collect(Collectors.joining("&", config.sendsmsUrl() + "?", "")));
    }

    private static String escaped(Secret value) {
        return escaped(value.value());
    }

    private static String escaped(String value) {
        return KannelText.escaped(value.getBytes(StandardCharsets.UTF_8));
    }

    /** Kannel fills in what stands behind the percent signs. */
    private String reportTo(String url, String messageId) {
        return url
                + "/backend/"
                + name
                + "/status/?message_id="
                + escaped(messageId)
                + "&status=%d&status_text=%A&smsc=%i&sms_id=%I&date_sent=%t&identity=%p"
                + config.webhookSecret().map(KannelBackend::secretForKannel).orElse("");
    }

    /** A percent sign that is not to be filled in is written twice. */
    private static String secretForKannel(Secret secret) {
        return "&secret=" + escaped(secret).replace("%", "%%");
    }

    @Override
    public Webhook receive(WebhookRequest request) {
        BackendEvent event =
                switch (request.action()) {
                    case "" -> incoming(request);
                    case "status" -> report(request);
                    default -> throw BadWebhookException.notFound();
                };
        return new Webhook(event, NO_BODY);
    }

    /** By {@code get-url}, or by {@code post-url}, which tells no id. */
    private static IncomingSms incoming(WebhookRequest request) {
        request.allow("GET", "POST");
        if (request.method().equals("POST")) {
            return posted(request);
        }
        var parameters = request.queryParameters();
        var identity = parameters.notBlank("id");
        var text = KannelText.read(parameters);
        Optional<String> kannelsId = parameters.text("sms_id").filter(id -> !id.isBlank());
        return new IncomingSms(
                identity, text, kannelsId.map(id -> Map.of("external_id", id)).orElse(Map.of()));
    }

    private static IncomingSms posted(WebhookRequest request) {
        var identity =
                request.header("X-Kannel-From")
                        .map(String::strip)
                        .filter(from -> !from.isEmpty())
                        .orElseThrow(() -> new BadWebhookException("X-Kannel-From is required"));
        return new IncomingSms(identity, KannelText.read(request));
    }

    private static DeliveryReport report(WebhookRequest request) {
        request.allow("GET");
        var parameters = request.queryParameters();
        var state = STATES.get(parameters.required("status"));
        if (state == null) {
            throw new BadWebhookException("status must be one of " + STATES.keySet());
        }
        return new DeliveryReport(
                parameters.notBlank("message_id"),
                parameters.notBlank("identity"),
                state,
                readable(parameters.text("status_text").orElse("")));
    }

    /** What a network says may hold zeros, and the header of a part of a text. */
    private static String readable(String words) {
        return words.replaceAll(HEADER, "").replaceAll("[\\p{Cntrl}\uFFFD]", "").strip();
    }
}
