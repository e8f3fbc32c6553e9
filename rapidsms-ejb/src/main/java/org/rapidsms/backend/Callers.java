package org.rapidsms.backend;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.rapidsms.settings.Secret;
import org.rapidsms.settings.Settings;

/**
 * Who may call a backend's webhook. All that is set must hold; if nothing is, anybody may.
 *
 * @param secret {@code webhook-secret}: what a call brings as the parameter {@code secret} of its
 *     query, in the header {@code X-Webhook-Secret}, or in {@code Authorization: Bearer}
 * @param login {@code webhook-basic}: {@code user:password}, as in {@code Authorization: Basic}
 * @param from {@code allow-from}: the addresses and ranges that calls come from, as the server sees
 *     them; empty for all
 */
public record Callers(Optional<Secret> secret, Optional<Secret> login, List<AddressRange> from) {

    /** What holds if nothing is set. */
    public static final Callers ANYBODY =
            new Callers(Optional.empty(), Optional.empty(), List.of());

    private static final String SECRET = "webhook-secret";
    private static final String LOGIN = "webhook-basic";
    private static final String FROM = "allow-from";

    static Callers from(Settings settings) {
        var login = settings.secret(LOGIN);
        if (login.isPresent() && login.get().value().indexOf(':') < 1) {
            throw settings.wrong(LOGIN, "must be a name, a colon and a password");
        }
        var from =
                settings.optional(FROM).stream()
                        .flatMap(all -> Arrays.stream(all.split("[\\s,]+")))
                        .map(one -> range(settings, one))
                        .toList();
        return new Callers(settings.secret(SECRET), login, from);
    }

    private static AddressRange range(Settings settings, String written) {
        return AddressRange.parse(written)
                .orElseThrow(
                        () ->
                                settings.wrong(
                                        FROM,
                                        "must be addresses such as 192.0.2.7 or ranges such as"
                                                + " 192.0.2.0/24 or 2001:db8::/32, not "
                                                + written));
    }

    /** Whether nothing is asked of a caller. */
    public boolean areAnybody() {
        return equals(ANYBODY);
    }

    /**
     * Insists that whoever makes a call may do so.
     *
     * @param address the caller's
     * @throws BadWebhookException if not
     */
    void check(WebhookRequest call, String address) {
        if (!isFromHere(address) || !hasSecret(call)) {
            throw BadWebhookException.refused();
        }
        if (!hasLogin(call)) {
            throw BadWebhookException.unauthenticated();
        }
    }

    private boolean isFromHere(String address) {
        return from.isEmpty()
                || AddressRange.address(address)
                        .filter(caller -> from.stream().anyMatch(range -> range.contains(caller)))
                        .isPresent();
    }

    private boolean hasSecret(WebhookRequest call) {
        return secret.isEmpty()
                || secretsOf(call).stream().anyMatch(given -> isEqual(secret.get(), given));
    }

    /** What the query says is not taken away from it: some gateways sign it as a whole. */
    private static List<byte[]> secretsOf(WebhookRequest call) {
        var given = new ArrayList<byte[]>();
        Arrays.stream(call.query().split("&"))
                .filter(parameter -> parameter.startsWith("secret="))
                .flatMap(parameter -> Parameters.parse(parameter).bytes("secret").stream())
                .forEach(given::add);
        call.header("X-Webhook-Secret").map(value -> value.getBytes(UTF_8)).ifPresent(given::add);
        authorization(call, "Bearer").map(value -> value.getBytes(UTF_8)).ifPresent(given::add);
        return given;
    }

    private boolean hasLogin(WebhookRequest call) {
        return login.isEmpty()
                || authorization(call, "Basic")
                        .filter(encoded -> isEqual(login.get(), decoded(encoded)))
                        .isPresent();
    }

    private static Optional<String> authorization(WebhookRequest call, String scheme) {
        return call.header("Authorization")
                .filter(value -> value.regionMatches(true, 0, scheme + " ", 0, scheme.length() + 1))
                .map(value -> value.substring(scheme.length()).strip());
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    /** Takes as long for a guess that begins rightly as for any other. */
    private static boolean isEqual(Secret secret, byte[] given) {
        return MessageDigest.isEqual(given, secret.value().getBytes(UTF_8));
    }
}
