package org.rapidsms.backend.kannel;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rapidsms.settings.Secret;
import org.rapidsms.settings.Settings;

/**
 * The settings of one Kannel backend.
 *
 * @param sendsmsUrl {@code sendsms-url}: address of Kannel's {@code sendsms} service; by default on
 *     this machine, at port 13013
 * @param sendsmsParams {@code sendsms-params.*}: what every call of it has besides, such as {@code
 *     username}, {@code password}, {@code from} and {@code smsc}
 * @param coding {@code coding}: 0 for GSM 7-bit, 1 for octets, 2 for UCS-2, or {@code auto} for 0
 *     where the text allows it and else 2, which is the default unless a charset is set
 * @param charset {@code charset}: in which texts are written in the call; UTF-8 by default
 * @param encodeErrors {@code encode-errors}: what becomes of a character that is not in that
 *     charset: {@code ignore} by default, {@code replace}, {@code xmlcharrefreplace} or {@code
 *     strict}, which does not send the text
 * @param deliveryReportUrl {@code delivery-report-url}: this server's own address as Kannel sees
 *     it; without it no delivery reports are asked for
 * @param webhookSecret {@code webhook-secret}: what Kannel's reports bring, as all calls of the
 *     backend's webhook
 * @param timeout {@code timeout}: how long a call may take in all; 30 s by default
 */
record KannelConfig(
        URI sendsmsUrl,
        Map<String, Secret> sendsmsParams,
        Coding coding,
        Charset charset,
        EncodeErrors encodeErrors,
        Optional<String> deliveryReportUrl,
        Optional<Secret> webhookSecret,
        Duration timeout) {

    /** How Kannel is to write a text on the air. */
    enum Coding {
        GSM7,
        OCTETS,
        UCS2,
        AUTO
    }

    /** What to do with a character that the charset does not have, in Python's words. */
    enum EncodeErrors {
        /** Leaves it out. */
        IGNORE,
        /** Writes a question mark. */
        REPLACE,
        /** Writes its number, as XML does. */
        XMLCHARREFREPLACE,
        /** Does not send the text. */
        STRICT
    }

    static KannelConfig from(Settings settings) {
        var charset = settings.optional("charset").filter(name -> !name.equals("auto"));
        return new KannelConfig(
                settings.optional("sendsms-url")
                        .map(url -> settings.address("sendsms-url"))
                        .orElse(URI.create("http://127.0.0.1:13013/cgi-bin/sendsms")),
                settings.group("sendsms-params").entrySet().stream()
                        .collect(
                                Collectors.toMap(Map.Entry::getKey, e -> new Secret(e.getValue()))),
                coding(settings, charset.isPresent() ? "0" : "auto"),
                charset.map(name -> charset(settings, name)).orElse(StandardCharsets.UTF_8),
                encodeErrors(settings),
                settings.optional("delivery-report-url").map(url -> url.replaceAll("/+$", "")),
                settings.secret("webhook-secret"),
                settings.time("timeout", Duration.ofSeconds(30)));
    }

    /**
     * RapidSMS's coding was 0 unless it was set; that is kept for who sets a charset as it had to.
     */
    private static Coding coding(Settings settings, String otherwise) {
        var coding = settings.text("coding", otherwise);
        return switch (coding) {
            case "0" -> Coding.GSM7;
            case "1" -> Coding.OCTETS;
            case "2" -> Coding.UCS2;
            case "auto" -> Coding.AUTO;
            default -> throw settings.wrong("coding", "must be 0, 1, 2 or auto, not " + coding);
        };
    }

    private static Charset charset(Settings settings, String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw settings.wrong("charset", "must be the name of a charset, not " + name);
        }
    }

    private static EncodeErrors encodeErrors(Settings settings) {
        var policy = settings.text("encode-errors", "ignore");
        try {
            return EncodeErrors.valueOf(policy.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw settings.wrong(
                    "encode-errors",
                    "must be ignore, replace, xmlcharrefreplace or strict, not " + policy);
        }
    }
}
