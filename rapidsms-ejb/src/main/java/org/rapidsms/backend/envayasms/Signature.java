package org.rapidsms.backend.envayasms;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.rapidsms.backend.BadWebhookException;
import org.rapidsms.backend.Parameters;
import org.rapidsms.backend.WebhookRequest;
import org.rapidsms.settings.Secret;

/** How the app shows that a call is its own: the header {@code X-Request-Signature}. */
final class Signature {

    private Signature() {}

    /**
     * Compares, as long for any wrong signature.
     *
     * @throws BadWebhookException 403 if it is wrong or missing
     */
    static void check(WebhookRequest request, Parameters parameters, Secret password) {
        var said = request.header("X-Request-Signature").orElse("");
        if (!MessageDigest.isEqual(
                said.getBytes(StandardCharsets.UTF_8),
                of(request, parameters, password).getBytes(StandardCharsets.UTF_8))) {
            throw BadWebhookException.refused();
        }
    }

    private static String of(WebhookRequest request, Parameters parameters, Secret password) {
        var signed = new StringBuilder(request.address());
        if (!request.query().isEmpty()) {
            signed.append('?').append(request.query());
        }
        for (var name : parameters.all().keySet()) {
            signed.append(',').append(name).append('=').append(parameters.required(name));
        }
        signed.append(',').append(password.value());
        return Base64.getEncoder()
                .encodeToString(sha1().digest(signed.toString().getBytes(StandardCharsets.UTF_8)));
    }

    /** The app knows no other. */
    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
