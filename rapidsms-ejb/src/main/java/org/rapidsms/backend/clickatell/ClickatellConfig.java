package org.rapidsms.backend.clickatell;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.rapidsms.settings.Secret;
import org.rapidsms.settings.Settings;

/**
 * The settings of one account with Clickatell.
 *
 * @param service where texts are handed over: below {@code api-url}, Clickatell's own unless it is
 *     set
 * @param apiKey {@code api-key}: of an integration of the platform; without it the older API is
 *     used
 * @param login {@code user}, {@code password} and {@code api-id} of the older API, if there is no
 *     key
 * @param from {@code from}: a number or name; without it Clickatell chooses
 * @param secret {@code secret}: what calls of the webhook must have as their parameter {@code
 *     secret}, as they are not signed; without it anybody may make them
 * @param timeout {@code timeout}: how long a call may take in all
 */
record ClickatellConfig(
        URI service,
        Optional<Secret> apiKey,
        Optional<Login> login,
        Optional<String> from,
        Optional<Secret> secret,
        Duration timeout) {

    /** Who calls the older API. */
    record Login(String user, Secret password, String apiId) {}

    static ClickatellConfig from(Settings settings) {
        var key = settings.secret("api-key");
        var user = settings.optional("user");
        if (key.isPresent() == user.isPresent()) {
            throw settings.wrong(
                    "api-key", "is required for the platform, or user for the older API");
        }
        return new ClickatellConfig(
                key.isPresent()
                        ? settings.below(
                                "api-url", "https://platform.clickatell.com", "/v1/message")
                        : settings.below("api-url", "https://api.clickatell.com", "/http/sendmsg"),
                key,
                user.map(
                        name ->
                                new Login(
                                        name,
                                        new Secret(settings.text("password")),
                                        settings.text("api-id"))),
                settings.optional("from"),
                settings.secret("secret"),
                settings.time("timeout", Duration.ofSeconds(30)));
    }
}
