package org.rapidsms.backend.infobip;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.rapidsms.settings.Secret;
import org.rapidsms.settings.Settings;

/**
 * The settings of one account with Infobip.
 *
 * @param messages where texts are handed over: below {@code api-url}, the account's own address
 * @param apiKey {@code api-key}: the account's
 * @param sender {@code from}: a number or name
 * @param secret {@code secret}: what calls of the webhook must have as their parameter {@code
 *     secret}, as they are not signed; without it anybody may make them
 * @param deliveryReports where Infobip reports to: below {@code delivery-report-url}, this server's
 *     own address as Infobip sees it. Without it reports go where the account says
 * @param timeout {@code timeout}: how long a call may take in all
 */
record InfobipConfig(
        URI messages,
        Secret apiKey,
        String sender,
        Optional<Secret> secret,
        Optional<URI> deliveryReports,
        Duration timeout) {

    static InfobipConfig from(String name, Settings settings) {
        return new InfobipConfig(
                settings.below("api-url", settings.text("api-url"), "/sms/3/messages"),
                new Secret(settings.text("api-key")),
                settings.text("from"),
                settings.secret("secret"),
                settings.optional("delivery-report-url")
                        .map(url -> "/backend/" + name + "/status/")
                        .map(path -> settings.below("delivery-report-url", "", path)),
                settings.time("timeout", Duration.ofSeconds(30)));
    }
}
