package org.rapidsms.backend.twilio;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.rapidsms.settings.Secret;
import org.rapidsms.settings.Settings;

/**
 * The settings of one account with Twilio.
 *
 * @param messages where texts are handed over: below {@code api-url}, which is Twilio's own unless
 *     it is set, and for the account {@code account-sid}
 * @param authToken {@code auth-token}: with it Twilio signs its calls
 * @param user whom calls are made as: {@code api-key-sid}, else the account
 * @param password {@code api-key-secret} if there is such a key, else the {@code auth-token}
 * @param sender {@code from}, a number or name, or {@code messaging-service-sid}, as Twilio's
 *     parameter
 * @param deliveryReports where Twilio reports to: below {@code delivery-report-url}, this server's
 *     own address as Twilio sees it. Without it no delivery reports are asked for
 * @param timeout {@code timeout}: how long a call may take in all
 */
record TwilioConfig(
        URI messages,
        Secret authToken,
        String user,
        Secret password,
        Map<String, String> sender,
        Optional<URI> deliveryReports,
        Duration timeout) {

    static TwilioConfig from(String name, Settings settings) {
        var account = settings.text("account-sid");
        if (!account.matches("[A-Za-z0-9]+")) {
            throw settings.wrong("account-sid", "must be letters and digits, as Twilio gave it");
        }
        var token = new Secret(settings.text("auth-token"));
        var key = settings.optional("api-key-sid");
        var keysSecret = settings.secret("api-key-secret");
        if (key.isPresent() && keysSecret.isEmpty()) {
            throw settings.wrong("api-key-secret", "is required with api-key-sid");
        }
        return new TwilioConfig(
                settings.below(
                        "api-url",
                        "https://api.twilio.com",
                        "/2010-04-01/Accounts/" + account + "/Messages.json"),
                token,
                key.orElse(account),
                key.flatMap(with -> keysSecret).orElse(token),
                sender(settings),
                settings.optional("delivery-report-url")
                        .map(url -> "/backend/" + name + "/status/")
                        .map(path -> settings.below("delivery-report-url", "", path)),
                settings.time("timeout", Duration.ofSeconds(30)));
    }

    private static Map<String, String> sender(Settings settings) {
        var from = settings.optional("from");
        var service = settings.optional("messaging-service-sid");
        if (from.isPresent() == service.isPresent()) {
            throw settings.wrong("from", "is required, or else messaging-service-sid");
        }
        return from.map(number -> Map.of("From", number))
                .orElseGet(() -> Map.of("MessagingServiceSid", service.orElseThrow()));
    }
}
