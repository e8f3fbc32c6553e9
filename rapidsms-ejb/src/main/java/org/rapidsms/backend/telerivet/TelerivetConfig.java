package org.rapidsms.backend.telerivet;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.rapidsms.settings.Secret;
import org.rapidsms.settings.Settings;

/**
 * The settings of one project of Telerivet.
 *
 * @param messages where texts are handed over: below {@code api-url}, Telerivet's own unless it is
 *     set, and for the project {@code project-id}
 * @param apiKey {@code api-key}: the user's
 * @param secret {@code secret}: what Telerivet puts into its calls
 * @param route {@code route-id}: which phone or route sends; without it Telerivet chooses
 * @param deliveryReports where Telerivet reports to: below {@code delivery-report-url}, this
 *     server's own address as Telerivet sees it. Without it no delivery reports are asked for
 * @param timeout {@code timeout}: how long a call may take in all
 */
record TelerivetConfig(
        URI messages,
        Secret apiKey,
        Secret secret,
        Optional<String> route,
        Optional<URI> deliveryReports,
        Duration timeout) {

    static TelerivetConfig from(String name, Settings settings) {
        var project = settings.text("project-id");
        if (!project.matches("[A-Za-z0-9]+")) {
            throw settings.wrong("project-id", "must be letters and digits, as Telerivet gave it");
        }
        return new TelerivetConfig(
                settings.below(
                        "api-url",
                        "https://api.telerivet.com",
                        "/v1/projects/" + project + "/messages/send"),
                new Secret(settings.text("api-key")),
                new Secret(settings.text("secret")),
                settings.optional("route-id"),
                settings.optional("delivery-report-url")
                        .map(url -> "/backend/" + name + "/status/")
                        .map(path -> settings.below("delivery-report-url", "", path)),
                settings.time("timeout", Duration.ofSeconds(30)));
    }
}
