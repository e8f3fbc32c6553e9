package org.rapidsms.backend.http;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.rapidsms.backend.Backend;
import org.rapidsms.backend.BadWebhookException;
import org.rapidsms.backend.Gateway;
import org.rapidsms.backend.Gateway.Call;
import org.rapidsms.backend.IncomingSms;
import org.rapidsms.backend.Outcome;
import org.rapidsms.backend.OutgoingSms;
import org.rapidsms.backend.SendException;
import org.rapidsms.backend.SendFailure;
import org.rapidsms.backend.Webhook;
import org.rapidsms.backend.WebhookRequest;

/** One gateway that takes a text by a GET or a form, and brings one the same way. */
class HttpBackend implements Backend {

    private final HttpConfig config;
    private final Gateway gateway;

    HttpBackend(HttpConfig config, Gateway gateway) {
        this.config = config;
        this.gateway = gateway;
    }

    @Override
    public List<Outcome> send(OutgoingSms sms) {
        var url =
                config.outgoingUrl()
                        .orElseThrow(
                                () ->
                                        new SendException(
                                                SendFailure.MISCONFIGURED,
                                                "this backend has no outgoing-url"));
        return sms.identities().stream().map(identity -> send(url, identity, sms.text())).toList();
    }

    private Outcome send(String url, String identity, String text) {
        try {
            var reply = gateway.call(call(url, identity, text));
            return reply.isSuccess()
                    ? Outcome.sent(identity)
                    : Outcome.failed(identity, reply.failure());
        } catch (SendException e) {
            return Outcome.failed(identity, e);
        }
    }

    @Override
    public int phonesAtOnce() {
        return 1;
    }

    private Call call(String template, String identity, String text) {
        var url =
                template.replace(HttpConfig.IDENTITY, escaped(identity))
                        .replace(HttpConfig.TEXT, escaped(text));
        if (config.outgoingMethod().equals("GET")) {
            return Call.get(URI.create(url), config.timeout());
        }
        return new Call(
                "POST",
                URI.create(url),
                Map.of("Content-Type", "application/x-www-form-urlencoded"),
                "identity=" + escaped(identity) + "&text=" + escaped(text),
                config.timeout());
    }

    private static String escaped(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    @Override
    public Webhook receive(WebhookRequest request) {
        if (!request.action().isEmpty()) {
            throw BadWebhookException.notFound();
        }
        request.allow("GET", "POST");
        var parameters =
                request.method().equals("GET")
                        ? request.queryParameters()
                        : request.formParameters();
        return new Webhook(
                new IncomingSms(
                        parameters.notBlank(config.incomingIdentity()),
                        parameters.required(config.incomingText())),
                "OK");
    }
}
