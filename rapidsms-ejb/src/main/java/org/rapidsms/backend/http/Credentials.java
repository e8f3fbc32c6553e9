package org.rapidsms.backend.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.rapidsms.settings.Secret;
import org.rapidsms.settings.Settings;

/**
 * Who we are to the gateway. Each can stand in a template too, for gateways that want it in a query
 * or a body.
 *
 * @param username {@code authentication.username}
 * @param password {@code authentication.password}
 * @param token {@code authentication.token}
 */
record Credentials(String username, Optional<Secret> password, Optional<Secret> token) {

    static Credentials from(Settings settings) {
        return new Credentials(
                settings.text("authentication.username", ""),
                settings.secret("authentication.password"),
                settings.secret("authentication.token"));
    }

    static String value(Optional<Secret> secret) {
        return secret.map(Secret::value).orElse("");
    }

    /** What a gateway said, if it repeated a password. */
    String hidden(String words) {
        var secrets = Stream.of(password, token).flatMap(Optional::stream).map(Secret::value);
        var shown = words;
        for (var secret : secrets.toList()) {
            shown =
                    shown.replace(secret, "***")
                            .replace(URLEncoder.encode(secret, StandardCharsets.UTF_8), "***");
        }
        return shown;
    }
}
