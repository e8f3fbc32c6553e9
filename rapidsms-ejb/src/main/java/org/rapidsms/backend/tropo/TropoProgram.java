package org.rapidsms.backend.tropo;

import jakarta.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.rapidsms.backend.BadWebhookException;
import org.rapidsms.backend.OutgoingSms;
import org.rapidsms.settings.Secret;

/**
 * What a session is to do. We give it to Tropo, which asks us what to do and gives it back: so
 * nothing needs to be remembered between the two, but it must be known to be ours.
 *
 * @param token signs it
 */
record TropoProgram(Secret token) {

    /** A program that sends a text, as one word. */
    String of(OutgoingSms sms, String from) {
        var commands = Json.createArrayBuilder();
        for (var identity : sms.identities()) {
            var message =
                    Json.createObjectBuilder()
                            .add("say", Json.createObjectBuilder().add("value", sms.text()))
                            .add("to", identity)
                            .add("from", from)
                            .add("channel", "TEXT")
                            .add("network", "SMS");
            commands.add(Json.createObjectBuilder().add("message", message));
        }
        var program = Json.createObjectBuilder().add("tropo", commands).build().toString();
        return base64(program.getBytes(StandardCharsets.UTF_8)) + "." + signature(program);
    }

    /**
     * The program that was made so.
     *
     * @throws BadWebhookException if it was not
     */
    String read(String word) {
        var parts = word.split("\\.", 2);
        try {
            var program =
                    new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8);
            if (parts.length == 2 && new Secret(signature(program)).is(parts[1])) {
                return program;
            }
        } catch (IllegalArgumentException e) {
            // Said below, as of one that somebody else signed.
        }
        throw new BadWebhookException("program is not ours");
    }

    private String signature(String program) {
        return base64(token.sign("HmacSHA256", program));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
