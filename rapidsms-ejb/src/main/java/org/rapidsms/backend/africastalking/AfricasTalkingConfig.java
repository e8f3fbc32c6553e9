package org.rapidsms.backend.africastalking;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.rapidsms.settings.Secret;
import org.rapidsms.settings.Settings;

/**
 * The settings of one account with Africa's Talking.
 *
 * @param messaging where texts are handed over: below {@code api-url}, Africa's Talking's own
 *     unless it is set
 * @param username {@code username}: the application's
 * @param apiKey {@code api-key}: the application's
 * @param from {@code from}: a short code or name; without it Africa's Talking chooses
 * @param secret {@code secret}: what calls of the webhook must have as their parameter {@code
 *     secret}, as they are not signed; without it anybody may make them
 * @param timeout {@code timeout}: how long a call may take in all
 */
record AfricasTalkingConfig(
        URI messaging,
        String username,
        Secret apiKey,
        Optional<String> from,
        Optional<Secret> secret,
        Duration timeout) {

    static AfricasTalkingConfig from(Settings settings) {
        var username = settings.text("username");
        return new AfricasTalkingConfig(
                settings.below(
                        "api-url",
                        username.equals("sandbox")
                                ? "https://api.sandbox.africastalking.com"
                                : "https://api.africastalking.com",
                        "/version1/messaging"),
                username,
                new Secret(settings.text("api-key")),
                settings.optional("from"),
                settings.secret("secret"),
                settings.time("timeout", Duration.ofSeconds(30)));
    }
}
