package org.rapidsms.backend.smpp;

import static org.rapidsms.backend.DeliveryReport.State.DELIVERED;
import static org.rapidsms.backend.DeliveryReport.State.FAILED;
import static org.rapidsms.backend.DeliveryReport.State.SENT;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.rapidsms.backend.DeliveryReport;
import org.rapidsms.backend.DeliveryReport.State;

/**
 * What an SMS centre says of a text that it took. The specification leaves the words to whoever
 * makes the SMS centre (SMPP 3.4, appendix B), so all of them are read that have been seen; what
 * parameters say goes before the words.
 *
 * @param id the text, as the SMS centre writes it here; empty if it does not say
 * @param state its fate in capitals, or empty
 * @param words what people may want to know of it: nothing of the text itself
 */
record Receipt(String id, String state, String words) {

    static final short RECEIPTED_MESSAGE_ID = 0x001E;
    static final short MESSAGE_STATE = 0x0427;
    private static final short NETWORK_ERROR_CODE = 0x0423;

    /** Of {@code esm_class}: that this is no text of a phone's. */
    private static final int NO_TEXT = 0x3C;

    private static final Pattern KEY =
            Pattern.compile(
                    "(?<![a-z0-9])(id|sub|dlvrd|submit[ _]?date|done[ _]?date|stat|err|text)\\s*:",
                    Pattern.CASE_INSENSITIVE);

    /** By the values of {@code message_state}, from 0 on. */
    private static final List<String> STATES =
            List.of(
                    "SCHEDULED",
                    "ENROUTE",
                    "DELIVRD",
                    "EXPIRED",
                    "DELETED",
                    "UNDELIV",
                    "ACCEPTD",
                    "UNKNOWN",
                    "REJECTD",
                    "SKIPPED");

    /** How words begin that mean an end; what is none of these is no end. */
    private static final Map<String, State> ENDS =
            Map.of(
                    "DELIV", DELIVERED,
                    "EXPIR", FAILED,
                    "DELET", FAILED,
                    "UNDEL", FAILED,
                    "REJEC", FAILED,
                    "SKIPP", FAILED,
                    "FAIL", FAILED);

    /**
     * Reads a receipt.
     *
     * @return empty if this is no receipt but a text
     */
    static Optional<Receipt> of(Pdu pdu) {
        boolean isCalledSo = (pdu.esmClass() & NO_TEXT) != 0;
        boolean hasParameters =
                pdu.has(MESSAGE_STATE) || (pdu.has(RECEIPTED_MESSAGE_ID) && saysState(pdu));
        return isCalledSo || hasParameters ? Optional.of(read(pdu)) : Optional.empty();
    }

    private static boolean saysState(Pdu pdu) {
        return fields(pdu).containsKey("stat");
    }

    private static Receipt read(Pdu pdu) {
        var fields = fields(pdu);
        var id =
                pdu.text(RECEIPTED_MESSAGE_ID)
                        .filter(given -> !given.isBlank())
                        .orElseGet(() -> fields.getOrDefault("id", ""));
        var state =
                pdu.number(MESSAGE_STATE)
                        .filter(number -> number < STATES.size())
                        .map(STATES::get)
                        .orElseGet(() -> fields.getOrDefault("stat", ""));
        return new Receipt(id.strip(), state.toUpperCase(Locale.ROOT), words(state, fields, pdu));
    }

    private static String words(String state, Map<String, String> fields, Pdu pdu) {
        var error =
                pdu.octets(NETWORK_ERROR_CODE)
                        .filter(octets -> octets.length == 3)
                        .map(octets -> (octets[1] & 0xFF) << 8 | octets[2] & 0xFF)
                        .map(String::valueOf)
                        .orElseGet(() -> fields.getOrDefault("err", ""));
        return error.matches("0*") ? state : (state + " err " + error).strip();
    }

    /** The words by their keys; of one that comes twice the first, as the last quotes the text. */
    private static Map<String, String> fields(Pdu pdu) {
        boolean isUcs2 = pdu.dataCoding() == 8;
        var text =
                new String(
                        pdu.userData(),
                        isUcs2 ? StandardCharsets.UTF_16BE : StandardCharsets.ISO_8859_1);
        var fields = new HashMap<String, String>();
        var key = KEY.matcher(text);
        boolean found = key.find();
        while (found) {
            var name = key.group(1).toLowerCase(Locale.ROOT);
            int start = key.end();
            found = key.find();
            var value = text.substring(start, found ? key.start() : text.length());
            fields.putIfAbsent(name, value.strip().split("\\s", 2)[0]);
        }
        return fields;
    }

    /**
     * What follows for the text.
     *
     * @param ids by which it may be known
     */
    DeliveryReport report(List<String> ids, boolean unknownFails) {
        return DeliveryReport.of(ids, fate(unknownFails), words);
    }

    private State fate(boolean unknownFails) {
        if (state.startsWith("UNKNOWN")) {
            return unknownFails ? FAILED : SENT;
        }
        return ENDS.entrySet().stream()
                .filter(end -> state.startsWith(end.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(SENT);
    }
}
