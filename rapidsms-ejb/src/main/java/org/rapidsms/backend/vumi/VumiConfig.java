package org.rapidsms.backend.vumi;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rapidsms.settings.Secret;
import org.rapidsms.settings.Settings;

/**
 * The settings of one Vumi backend.
 *
 * @param sendsmsUrl {@code sendsms-url}: where the relay takes texts, its {@code web_port} and
 *     {@code web_path}
 * @param sendsmsParams {@code sendsms-params.*}: what every text has besides, such as {@code
 *     endpoint}
 * @param outgoing {@code sendsms-user} and {@code sendsms-pass}, the relay's {@code vumi_username}
 *     and {@code vumi_password}, as a header says them
 * @param incoming {@code rapidsms-username} and {@code rapidsms-password}, named as the relay names
 *     them, as a header says them; empty if the relay has none
 * @param timeout {@code timeout}: how long a call may take in all
 */
record VumiConfig(
        URI sendsmsUrl,
        Map<String, Secret> sendsmsParams,
        Optional<Secret> outgoing,
        Optional<Secret> incoming,
        Duration timeout) {

    static VumiConfig from(Settings settings) {
        return new VumiConfig(
                settings.address("sendsms-url"),
                settings.group("sendsms-params").entrySet().stream()
                        .collect(
                                Collectors.toMap(Map.Entry::getKey, e -> new Secret(e.getValue()))),
                basic(settings, "sendsms-user", "sendsms-pass"),
                basic(settings, "rapidsms-username", "rapidsms-password"),
                settings.time("timeout", Duration.ofSeconds(30)));
    }

    /** Name and password as a header says them (RFC 7617). */
    private static Optional<Secret> basic(Settings settings, String name, String password) {
        var user = settings.optional(name);
        var secret = settings.secret(password);
        if (user.isPresent() != secret.isPresent()) {
            throw settings.wrong(
                    user.isPresent() ? password : name,
                    "is required beside " + (user.isPresent() ? name : password));
        }
        return user.map(u -> u + ":" + secret.get().value())
                .map(both -> both.getBytes(StandardCharsets.UTF_8))
                .map(both -> new Secret("Basic " + Base64.getEncoder().encodeToString(both)));
    }
}
