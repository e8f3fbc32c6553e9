package org.rapidsms.backend.http;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.rapidsms.settings.Secret;
import org.rapidsms.settings.Settings;

/** Proves to a gateway that a call is ours, by a header. */
@FunctionalInterface
interface Authentication {

    /** The headers that a call has for it. */
    Map<String, String> headers(String method, String address, String body);

    /** As {@code authentication} says, and what stands below it. */
    static Authentication from(Settings settings, Credentials credentials) {
        var kind = settings.text("authentication", "none");
        return switch (kind) {
            case "none" -> (method, address, body) -> Map.of();
            case "basic" -> basic(settings, credentials);
            case "bearer" -> {
                var token = required(settings, "token", credentials.token());
                yield (method, address, body) -> Map.of("Authorization", "Bearer " + token.value());
            }
            case "header" -> {
                var name = header(settings, settings.text("authentication.header"));
                var token = required(settings, "token", credentials.token());
                yield (method, address, body) -> Map.of(name, token.value());
            }
            case "hmac" -> hmac(settings);
            default ->
                    throw settings.wrong(
                            "authentication",
                            "must be none, basic, bearer, header or hmac, not " + kind);
        };
    }

    private static Authentication basic(Settings settings, Credentials credentials) {
        var username = settings.text("authentication.username");
        var password = required(settings, "password", credentials.password());
        return (method, address, body) ->
                Map.of(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString(
                                                (username + ":" + password.value())
                                                        .getBytes(StandardCharsets.UTF_8)));
    }

    /** The header is the signature of what the settings say is signed. */
    private static Authentication hmac(Settings settings) {
        var secret =
                required(settings, "secret", settings.secret("authentication.secret"))
                        .value()
                        .getBytes(StandardCharsets.UTF_8);
        var name = header(settings, settings.text("authentication.header"));
        var prefix = settings.text("authentication.prefix", "");
        var algorithm = algorithm(settings);
        var encoding = encoding(settings);
        var signed =
                Template.of(settings.text("authentication.signs", "{body}"), Writing.PLAIN)
                        .knowing(
                                Set.of("method", "address", "body"),
                                settings,
                                "authentication.signs");
        return (method, address, body) -> {
            var parts =
                    Map.of(
                            "method", List.of(method),
                            "address", List.of(address),
                            "body", List.of(body));
            var bytes = signed.fill(parts, "").getBytes(StandardCharsets.UTF_8);
            return Map.of(name, prefix + encoding.apply(sign(algorithm, secret, bytes)));
        };
    }

    private static String algorithm(Settings settings) {
        var algorithm = settings.text("authentication.algorithm", "sha256");
        return switch (algorithm) {
            case "sha1", "sha256", "sha512" -> algorithm.replace("sha", "HmacSHA");
            default ->
                    throw settings.wrong(
                            "authentication.algorithm",
                            "must be sha1, sha256 or sha512, not " + algorithm);
        };
    }

    private static Function<byte[], String> encoding(Settings settings) {
        var encoding = settings.text("authentication.encoding", "hex");
        return switch (encoding) {
            case "hex" -> HexFormat.of()::formatHex;
            case "base64" -> Base64.getEncoder()::encodeToString;
            default ->
                    throw settings.wrong(
                            "authentication.encoding", "must be hex or base64, not " + encoding);
        };
    }

    private static byte[] sign(String algorithm, byte[] secret, byte[] bytes) {
        try {
            var mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret, algorithm));
            return mac.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        }
    }

    private static String header(Settings settings, String name) {
        return OutgoingHeaders.checked(settings, "authentication.header", name);
    }

    private static Secret required(Settings settings, String name, Optional<Secret> secret) {
        return secret.orElseThrow(() -> settings.wrong("authentication." + name, "is required"));
    }
}
