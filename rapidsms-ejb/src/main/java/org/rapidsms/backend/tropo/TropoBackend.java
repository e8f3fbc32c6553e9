package org.rapidsms.backend.tropo;

import jakarta.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rapidsms.backend.Backend;
import org.rapidsms.backend.BadWebhookException;
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

/** One application of Tropo. */
class TropoBackend implements Backend {

    private static final String JSON = "application/json";
    private static final String HANG_UP = "{\"tropo\":[{\"hangup\":{}}]}";

    private final TropoConfig config;
    private final TropoProgram program;
    private final Gateway gateway;

    TropoBackend(TropoConfig config, Gateway gateway) {
        this.config = config;
        this.program = new TropoProgram(config.token());
        this.gateway = gateway;
    }

    /** So that the program stays short. */
    @Override
    public int phonesAtOnce() {
        return 20;
    }

    /** Begins a session; Tropo then asks what to do in it. */
    @Override
    public List<Outcome> send(OutgoingSms sms) {
        var session =
                Json.createObjectBuilder()
                        .add("action", "create")
                        .add("token", config.token().value())
                        .add("program", program.of(sms, config.number()))
                        .build();
        var reply =
                gateway.call(
                        Call.json(config.sessions(), session, config.timeout())
                                .with("Accept", JSON));
        if (!reply.isSuccess()) {
            throw reply.failure();
        }
        if (!Parameters.of(reply.json()).text("success").equals(Optional.of("true"))) {
            // Neither the text nor the phone is looked at yet.
            throw new SendException(SendFailure.MISCONFIGURED, "no session was begun");
        }
        return Outcome.allSent(sms);
    }

    @Override
    public boolean knowsCallers() {
        return config.secret().isPresent();
    }

    @Override
    public Webhook receive(WebhookRequest request) {
        if (!request.action().isEmpty()) {
            throw BadWebhookException.notFound();
        }
        request.allow("POST");
        config.secret().ifPresent(request::insistOn);
        var session = Parameters.of(request.json());
        return session.text("session.parameters.program")
                .map(word -> new Webhook(List.of(), "").answering(JSON, program.read(word)))
                .orElseGet(() -> new Webhook(incoming(session), "").answering(JSON, HANG_UP));
    }

    private static IncomingSms incoming(Parameters session) {
        return new IncomingSms(
                session.notBlank("session.from.id"),
                session.required("session.initialText"),
                Map.of("external_id", session.notBlank("session.id")));
    }
}
