package org.rapidsms.backend.vonage;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rapidsms.backend.BadWebhookException;
import org.rapidsms.backend.Parameters;
import org.rapidsms.settings.Secret;

/**
 * How Vonage signs its calls: all parameters by name, with what joins them taken out of them.
 *
 * <p>That the call is fresh is not insisted on. Vonage comes again for a day with what we could not
 * take, and what somebody else repeats is known by its id.
 *
 * @param secret the account's
 */
record VonageSignature(Secret secret, Method method) {

    private static final String SIGNATURE = "sig";

    /** How the account is set to sign. */
    enum Method {
        /** The secret behind the text, all hashed; the others are HMAC (RFC 2104). */
        MD5HASH("MD5"),
        MD5("HmacMD5"),
        SHA1("HmacSHA1"),
        SHA256("HmacSHA256"),
        SHA512("HmacSHA512");

        private final String algorithm;

        Method(String algorithm) {
            this.algorithm = algorithm;
        }

        static Optional<Method> of(String name) {
            return Stream.of(values())
                    .filter(method -> method.name().equals(name.toUpperCase(Locale.ROOT)))
                    .findFirst();
        }
    }

    /**
     * Insists on a good signature.
     *
     * @throws BadWebhookException 403
     */
    void check(Parameters parameters) {
        var given = parameters.text(SIGNATURE).orElse("").toLowerCase(Locale.ROOT);
        // Vonage's own libraries do not agree on whether what is blank is signed.
        boolean signed =
                Stream.of(
                                joined(parameters, value -> true),
                                joined(parameters, value -> !value.isBlank()))
                        .map(this::sign)
                        .anyMatch(
                                signature -> MessageDigest.isEqual(bytes(signature), bytes(given)));
        if (!signed) {
            throw BadWebhookException.refused();
        }
    }

    private static String joined(Parameters parameters, Predicate<String> isSigned) {
        return parameters.all().entrySet().stream()
                .filter(parameter -> !parameter.getKey().equals(SIGNATURE))
                .filter(parameter -> isSigned.test(parameter.getValue()))
                .map(VonageSignature::joined)
                .collect(Collectors.joining());
    }

    private static String joined(Map.Entry<String, String> parameter) {
        return "&" + parameter.getKey() + "=" + parameter.getValue().replaceAll("[&=]", "_");
    }

    private String sign(String text) {
        return HexFormat.of()
                .formatHex(
                        method == Method.MD5HASH
                                ? hash(text + secret.value())
                                : secret.sign(method.algorithm, text));
    }

    private byte[] hash(String text) {
        try {
            return MessageDigest.getInstance(method.algorithm).digest(bytes(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
