package org.rapidsms.backend.smpp;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rapidsms.backend.SendFailure;
import org.rapidsms.settings.Secret;
import org.rapidsms.settings.Settings;

/**
 * The settings of one SMPP backend.
 *
 * @param host {@code host}: where the SMS centre is; required
 * @param port {@code port}: 2775 by default
 * @param tls {@code tls}: whether it speaks TLS; {@code false} by default
 * @param systemId {@code system-id}: who we are to it; at most 15 characters, required
 * @param password {@code password}: at most 8 characters; none by default
 * @param systemType {@code system-type}: at most 12 characters; none unless the operator wants one
 * @param serviceType {@code service-type}: at most 5 characters; none unless the operator wants one
 * @param source {@code source-address}, {@code source-ton} and {@code source-npi}: whom texts come
 *     from, such as {@code RapidSMS}, {@code 789} or {@code +254700123456}; by default the SMS
 *     centre puts in its own. Type and plan are 5 and 0 for letters, 3 and 0 for up to six digits,
 *     else 1 and 1
 * @param destTon {@code dest-ton}: type of the numbers of phones; 1 by default
 * @param destNpi {@code dest-npi}: their numbering plan; 1 by default
 * @param defaultAlphabet {@code default-alphabet}: how the SMS centre reads {@code data_coding} 0:
 *     {@code gsm7} by default, or {@code latin1}
 * @param longMessages {@code long-messages}: how a text goes that is too long for one part: {@code
 *     udh}, the default, with a header in each part, {@code sar} with parameters beside it, or
 *     {@code payload} as one that the SMS centre divides
 * @param messageIds {@code message-id}: how its ids are written in the answer and in the receipt:
 *     {@code same}, {@code hex-decimal}, {@code decimal-hex}, or {@code auto}, the default, which
 *     learns
 * @param registeredDelivery {@code registered-delivery}: which receipts are asked for: 0 none, 1
 *     all, which is the default, 2 of failures; 16 more for those on the way
 * @param unknownFails {@code unknown-is}: what a receipt with {@code UNKNOWN} means: {@code failed}
 *     by default, or {@code sent} for no news
 * @param statuses {@code status.*}: what a status of the operator's own means, such as {@code
 *     status.0x0401 = throttled}: {@code unreachable}, {@code throttled}, {@code unknown}, {@code
 *     rejected}, {@code opted-out}, {@code misconfigured} or {@code no-credit}
 * @param window {@code window}: how many texts may be under way at once; 10 by default, up to 100
 * @param enquireLink {@code enquire-link}: after how long a silence the SMS centre is asked whether
 *     it lives; 30 s by default
 * @param timeout {@code timeout}: for connecting, and for each answer; 30 s by default
 * @param partsWait {@code parts-wait}: how long a text waits for missing parts; 4 h by default
 */
record SmppConfig(
        String host,
        int port,
        boolean tls,
        String systemId,
        Secret password,
        String systemType,
        String serviceType,
        Source source,
        int destTon,
        int destNpi,
        Alphabet defaultAlphabet,
        LongMessages longMessages,
        IdForm messageIds,
        int registeredDelivery,
        boolean unknownFails,
        Map<Integer, SendFailure> statuses,
        int window,
        Duration enquireLink,
        Duration timeout,
        Duration partsWait) {

    /** How {@code data_coding} 0 is read. */
    enum Alphabet {
        GSM7,
        LATIN1
    }

    /** How a text goes out that is too long for one part. */
    enum LongMessages {
        /** In parts, each with a header of its own. */
        UDH,
        /** In parts, each with parameters that the SMS centre makes a header of. */
        SAR,
        /** As one, which the SMS centre divides. */
        PAYLOAD
    }

    /** How the id of a text is written in the answer, and how in its receipt. */
    enum IdForm {
        SAME,
        HEX_DECIMAL,
        DECIMAL_HEX,
        AUTO
    }

    static SmppConfig from(Settings settings) {
        return new SmppConfig(
                settings.text("host"),
                settings.number("port", 2775, 1, 65_535),
                settings.flag("tls", false),
                shortText(settings, "system-id", settings.text("system-id"), 15),
                password(settings),
                shortText(settings, "system-type", settings.text("system-type", ""), 12),
                shortText(settings, "service-type", settings.text("service-type", ""), 5),
                Source.from(settings),
                settings.number("dest-ton", 1, 0, 6),
                Source.npi(settings, "dest-npi", 1),
                word(settings, "default-alphabet", Alphabet.GSM7),
                word(settings, "long-messages", LongMessages.UDH),
                word(settings, "message-id", IdForm.AUTO),
                registeredDelivery(settings),
                word(settings, "unknown-is", Fate.FAILED) == Fate.FAILED,
                statuses(settings),
                settings.number("window", 10, 1, 100),
                atLeastASecond(settings, "enquire-link", Duration.ofSeconds(30)),
                atLeastASecond(settings, "timeout", Duration.ofSeconds(30)),
                settings.time("parts-wait", Duration.ofHours(4)));
    }

    /** What has become of a text of which nobody knows. */
    private enum Fate {
        FAILED,
        SENT
    }

    private static Secret password(Settings settings) {
        var password = settings.secret("password").orElseGet(() -> new Secret(""));
        shortText(settings, "password", password.value(), 8);
        return password;
    }

    /** What SMPP has room for. */
    static String shortText(Settings settings, String name, String value, int most) {
        if (value.length() > most || !value.chars().allMatch(c -> 0x20 <= c && c < 0x7F)) {
            throw settings.wrong(
                    name, "must have " + most + " characters of ASCII at most, as SMPP wants it");
        }
        return value;
    }

    private static int registeredDelivery(Settings settings) {
        int wanted = settings.number("registered-delivery", 1, 0, 31);
        if ((wanted & 3) == 3) {
            throw settings.wrong(
                    "registered-delivery",
                    "must be 0 for no receipts, 1 for all or 2 for failures, and 16 more for those"
                            + " on the way");
        }
        return wanted;
    }

    private static Duration atLeastASecond(Settings settings, String name, Duration otherwise) {
        var time = settings.time(name, otherwise);
        if (time.compareTo(Duration.ofSeconds(1)) < 0 || time.compareTo(Duration.ofDays(1)) > 0) {
            throw settings.wrong(name, "must be a time from 1s to 24h");
        }
        return time;
    }

    private static Map<Integer, SendFailure> statuses(Settings settings) {
        return settings.group("status").entrySet().stream()
                .collect(
                        Collectors.toMap(
                                e -> status(settings, e.getKey()),
                                e -> word(settings, "status." + e.getKey(), SendFailure.REJECTED)));
    }

    private static int status(Settings settings, String code) {
        try {
            return Integer.decode(code);
        } catch (NumberFormatException e) {
            throw settings.wrong("status." + code, "must name a status such as 0x0401");
        }
    }

    /** One of the words of an enum, written small and with hyphens. */
    private static <E extends Enum<E>> E word(Settings settings, String name, E otherwise) {
        var words = otherwise.getDeclaringClass().getEnumConstants();
        var given = settings.optional(name).orElse(written(otherwise));
        return Arrays.stream(words)
                .filter(word -> written(word).equals(given))
                .findFirst()
                .orElseThrow(() -> settings.wrong(name, "must be one of " + all(words)));
    }

    private static String all(Enum<?>[] words) {
        return Arrays.stream(words).map(SmppConfig::written).collect(Collectors.joining(", "));
    }

    /** A word of ours as it stands in settings. */
    static String written(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The failure that a status means by the settings, if they say. */
    Optional<SendFailure> failure(int status) {
        return Optional.ofNullable(statuses.get(status));
    }
}
