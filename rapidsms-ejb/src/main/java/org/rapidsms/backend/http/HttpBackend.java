package org.rapidsms.backend.http;

import java.util.ArrayList;
import java.util.List;
import org.rapidsms.backend.Backend;
import org.rapidsms.backend.BadWebhookException;
import org.rapidsms.backend.Gateway;
import org.rapidsms.backend.Outcome;
import org.rapidsms.backend.OutgoingSms;
import org.rapidsms.backend.SendException;
import org.rapidsms.backend.SendFailure;
import org.rapidsms.backend.Webhook;
import org.rapidsms.backend.WebhookRequest;

/** One gateway that takes and brings texts by HTTP, in whatever way its settings say. */
class HttpBackend implements Backend {

    private final HttpConfig config;
    private final Gateway gateway;

    HttpBackend(HttpConfig config, Gateway gateway) {
        this.config = config;
        this.gateway = gateway;
    }

    @Override
    public int phonesAtOnce() {
        return config.batchSize();
    }

    @Override
    public List<Outcome> send(OutgoingSms sms) {
        var outgoing =
                config.outgoing()
                        .orElseThrow(
                                () ->
                                        new SendException(
                                                SendFailure.MISCONFIGURED,
                                                "this backend has no outgoing-url"));
        var phones = sms.identities();
        var outcomes = new ArrayList<Outcome>();
        for (int i = 0; i < phones.size(); i += config.batchSize()) {
            var some = phones.subList(i, Math.min(i + config.batchSize(), phones.size()));
            outcomes.addAll(send(outgoing, sms, some));
        }
        return outcomes;
    }

    private List<Outcome> send(Outgoing outgoing, OutgoingSms sms, List<String> phones) {
        try {
            return config.replies().outcomes(gateway.call(outgoing.call(sms, phones)), phones);
        } catch (SendException e) {
            return phones.stream().map(phone -> Outcome.failed(phone, e)).toList();
        }
    }

    @Override
    public Webhook receive(WebhookRequest request) {
        return switch (request.action()) {
            case "" -> config.answer().to(List.of(config.incoming().read(request)));
            case "status" -> {
                var reports = config.reports().orElseThrow(BadWebhookException::notFound);
                yield config.answer().to(reports.read(request).stream().toList());
            }
            default -> throw BadWebhookException.notFound();
        };
    }
}
