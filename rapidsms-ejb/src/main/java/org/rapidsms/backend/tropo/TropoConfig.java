package org.rapidsms.backend.tropo;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.rapidsms.settings.Secret;
import org.rapidsms.settings.Settings;

/**
 * The settings of one application of Tropo.
 *
 * @param sessions where sessions are begun: below {@code api-url}, Tropo's own unless it is set
 * @param token {@code messaging-token}: the application's
 * @param number {@code number}: the application's, which texts come from
 * @param secret {@code secret}: what calls of the webhook must have as their parameter {@code
 *     secret}, as they are not signed; without it anybody may make them
 * @param timeout {@code timeout}: how long a call may take in all
 */
record TropoConfig(
        URI sessions, Secret token, String number, Optional<Secret> secret, Duration timeout) {

    static TropoConfig from(Settings settings) {
        return new TropoConfig(
                settings.below("api-url", "https://api.tropo.com", "/1.0/sessions"),
                new Secret(settings.text("messaging-token")),
                settings.text("number"),
                settings.secret("secret"),
                settings.time("timeout", Duration.ofSeconds(30)));
    }
}
