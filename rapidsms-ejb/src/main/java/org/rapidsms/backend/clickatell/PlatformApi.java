package org.rapidsms.backend.clickatell;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.rapidsms.backend.Gateway.Call;
import org.rapidsms.backend.Gateway.Reply;
import org.rapidsms.backend.Outcome;
import org.rapidsms.backend.OutgoingSms;
import org.rapidsms.backend.Parameters;
import org.rapidsms.backend.SendException;
import org.rapidsms.backend.SendFailure;
import org.rapidsms.settings.Secret;

/**
 * Clickatell's platform, by its One API.
 *
 * @param apiKey the integration's
 */
record PlatformApi(ClickatellConfig config, Secret apiKey) implements ClickatellApi {

    @Override
    public Call call(OutgoingSms sms) {
        var messages = Json.createArrayBuilder();
        sms.identities().forEach(identity -> messages.add(message(identity, sms)));
        var all = Json.createObjectBuilder().add("messages", messages).build();
        return Call.json(config.service(), all, config.timeout())
                .with("Authorization", apiKey.value())
                .with("Accept", "application/json");
    }

    private JsonObject message(String identity, OutgoingSms sms) {
        var message =
                Json.createObjectBuilder()
                        .add("channel", "sms")
                        .add("to", ClickatellApi.number(identity))
                        .add("content", sms.text())
                        .add("clientMessageId", sms.messageId());
        config.from().ifPresent(from -> message.add("from", from));
        return message.build();
    }

    @Override
    public List<Outcome> outcomes(OutgoingSms sms, Reply reply) {
        var messages = Parameters.list(reply.json(), "messages");
        if (messages.isEmpty()) {
            throw refusal(reply);
        }
        return messages.stream().flatMap(message -> outcome(sms, message).stream()).toList();
    }

    private static SendException refusal(Reply reply) {
        var code = code(Parameters.of(reply.json()));
        var otherwise =
                reply.isSuccess() ? SendFailure.UNKNOWN : SendFailure.ofHttpStatus(reply.status());
        return new SendException(
                code.map(PlatformApi::failure).orElse(otherwise),
                "HTTP status " + reply.status() + code.map(c -> ", error " + c).orElse(""),
                reply.retryAfter());
    }

    private static Optional<Outcome> outcome(OutgoingSms sms, Parameters message) {
        return message.text("to")
                .flatMap(sms::identity)
                .map(identity -> outcome(identity, message));
    }

    private static Outcome outcome(String identity, Parameters message) {
        if (!message.text("accepted").equals(Optional.of("true"))) {
            var code = code(message).orElse("");
            return Outcome.failed(identity, failure(code), "error " + code);
        }
        return message.first("apiMessageId")
                .map(id -> Outcome.sent(identity, id))
                .orElseGet(() -> Outcome.sent(identity));
    }

    private static Optional<String> code(Parameters said) {
        return said.first("error.code", "errorCode").map(code -> code.replaceFirst("^0+", ""));
    }

    private static SendFailure failure(String code) {
        return switch (code) {
            case "1", "2", "3", "7" -> SendFailure.MISCONFIGURED; // key, account, integration, IP
            case "38", "39", "41", "42" -> SendFailure.MISCONFIGURED; // channel, address
            case "44", "45" -> SendFailure.MISCONFIGURED; // FROM number suspended, not ours
            case "18", "19" -> SendFailure.UNREACHABLE; // internal errors
            case "20" -> SendFailure.NO_CREDIT; // insufficient account balance
            case "26" -> SendFailure.OPTED_OUT; // recipient opted out
            case "43" -> SendFailure.THROTTLED; // rate limit
            // 23 parameters, 24 too long, 25 recipient address, 27 and 28 not on the channel,
            // 100 too many parts, and others
            default -> SendFailure.REJECTED;
        };
    }
}
