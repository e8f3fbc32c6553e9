package org.rapidsms.backend.http;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.rapidsms.settings.Settings;

/**
 * The settings of one HTTP backend.
 *
 * @param outgoingUrl {@code outgoing-url}: where to send texts; {@code {identity}} and {@code
 *     {text}}, or {@code %(identity)s} and {@code %(text)s}, in its query stand for those. Without
 *     it the backend only receives
 * @param outgoingMethod {@code outgoing-method}: GET or POST. By default GET if the address has
 *     such a place, else POST of a form with the fields {@code identity} and {@code text}
 * @param incomingIdentity {@code incoming-identity}: the parameter that says who wrote
 * @param incomingText {@code incoming-text}: the parameter that says what
 * @param timeout {@code timeout}: how long a call to the gateway may take in all
 */
record HttpConfig(
        Optional<String> outgoingUrl,
        String outgoingMethod,
        String incomingIdentity,
        String incomingText,
        Duration timeout) {

    static final String IDENTITY = "{identity}";
    static final String TEXT = "{text}";

    static HttpConfig from(Settings settings) {
        var url = settings.optional("outgoing-url").map(HttpConfig::withBraces);
        url.ifPresent(template -> settings.address("outgoing-url", HttpConfig::filled));
        var method =
                settings.text(
                        "outgoing-method",
                        url.filter(HttpConfig::hasPlaces).isPresent() ? "GET" : "POST");
        if (!method.toUpperCase(Locale.ROOT).matches("GET|POST")) {
            throw settings.wrong("outgoing-method", "must be GET or POST, not " + method);
        }
        return new HttpConfig(
                url,
                method.toUpperCase(Locale.ROOT),
                settings.text("incoming-identity", "identity"),
                settings.text("incoming-text", "text"),
                settings.time("timeout", Duration.ofSeconds(30)));
    }

    private static String withBraces(String url) {
        return url.replace("%(identity)s", IDENTITY).replace("%(text)s", TEXT);
    }

    private static boolean hasPlaces(String url) {
        return url.contains(IDENTITY) || url.contains(TEXT);
    }

    private static String filled(String template) {
        return withBraces(template).replace(IDENTITY, "1").replace(TEXT, "1");
    }
}
