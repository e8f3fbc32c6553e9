package org.rapidsms.backend.vonage;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.rapidsms.settings.Secret;
import org.rapidsms.settings.Settings;

/**
 * The settings of one account with Vonage.
 *
 * @param messages where texts are handed over: below {@code api-url}, Vonage's own unless it is set
 * @param apiKey {@code api-key}: the account's
 * @param apiSecret {@code api-secret}: the account's
 * @param from {@code from}: a number or name
 * @param signature how calls of the webhook are signed: with {@code signature-secret}, and as
 *     {@code signature-method} says, which is {@code md5hash} unless it is set. Without a secret
 *     anybody may make them
 * @param deliveryReports where Vonage reports to: below {@code delivery-report-url}, this server's
 *     own address as Vonage sees it. Without it reports go where the account says
 * @param timeout {@code timeout}: how long a call may take in all
 * @param partsWait {@code parts-wait}: how long a text waits for missing parts; 4 h by default
 */
record VonageConfig(
        URI messages,
        Secret apiKey,
        Secret apiSecret,
        String from,
        Optional<VonageSignature> signature,
        Optional<URI> deliveryReports,
        Duration timeout,
        Duration partsWait) {

    static VonageConfig from(String name, Settings settings) {
        var method = method(settings);
        return new VonageConfig(
                settings.below("api-url", "https://rest.nexmo.com", "/sms/json"),
                new Secret(settings.text("api-key")),
                new Secret(settings.text("api-secret")),
                settings.text("from"),
                settings.secret("signature-secret")
                        .map(secret -> new VonageSignature(secret, method)),
                settings.optional("delivery-report-url")
                        .map(url -> "/backend/" + name + "/status/")
                        .map(path -> settings.below("delivery-report-url", "", path)),
                settings.time("timeout", Duration.ofSeconds(30)),
                settings.time("parts-wait", Duration.ofHours(4)));
    }

    private static VonageSignature.Method method(Settings settings) {
        var method = settings.text("signature-method", "md5hash");
        return VonageSignature.Method.of(method)
                .orElseThrow(
                        () ->
                                settings.wrong(
                                        "signature-method",
                                        "must be md5hash, md5, sha1, sha256 or sha512, not "
                                                + method));
    }
}
