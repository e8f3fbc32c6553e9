package org.rapidsms.backend.twilio;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rapidsms.backend.BadWebhookException;
import org.rapidsms.backend.WebhookRequest;
import org.rapidsms.settings.Secret;

/**
 * How Twilio signs its calls: the address that it called, and behind it the names and values of the
 * form. If the body is no form, its hash is in the query and so in the address.
 *
 * @param token the account's
 */
record TwilioSignature(Secret token) {

    private static final Pattern ADDRESS = Pattern.compile("(https?)(://[^/:]+)(?::\\d+)?(/.*)");
    private static final Map<String, String> PORTS = Map.of("http", ":80", "https", ":443");

    /**
     * Insists on a good signature.
     *
     * @throws BadWebhookException 403
     */
    void check(WebhookRequest request) {
        var given = request.header("X-Twilio-Signature").map(String::getBytes).orElse(new byte[0]);
        boolean signed =
                spellings(request).stream()
                        .map(address -> token.sign("HmacSHA1", address + fields(request)))
                        .map(Base64.getEncoder()::encode)
                        .anyMatch(signature -> MessageDigest.isEqual(signature, given));
        if (!signed || !isBodyMeant(request)) {
            throw BadWebhookException.refused();
        }
    }

    /** Whether Twilio names the port in what it signs depends on how the address was set there. */
    private static Set<String> spellings(WebhookRequest request) {
        var address = request.address() + (request.query().isEmpty() ? "" : "?" + request.query());
        Matcher parts = ADDRESS.matcher(address);
        if (!parts.matches()) {
            return Set.of(address);
        }
        var server = parts.group(1) + parts.group(2);
        var bare = server + parts.group(3);
        var withPort = server + PORTS.get(parts.group(1)) + parts.group(3);
        return address.equals(bare) || address.equals(withPort)
                ? Set.of(bare, withPort)
                : Set.of(address, bare, withPort);
    }

    private static String fields(WebhookRequest request) {
        var fields = new StringBuilder();
        request.formParameters().all().forEach((name, value) -> fields.append(name).append(value));
        return fields.toString();
    }

    private static boolean isBodyMeant(WebhookRequest request) {
        return request.queryParameters()
                .text("bodySHA256")
                .map(hash -> hash.equalsIgnoreCase(HexFormat.of().formatHex(hash(request.body()))))
                .orElseGet(() -> request.body().length == 0 || !fields(request).isEmpty());
    }

    private static byte[] hash(byte[] body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
