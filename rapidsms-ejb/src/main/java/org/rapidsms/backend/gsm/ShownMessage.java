package org.rapidsms.backend.gsm;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.rapidsms.backend.gsm.IncomingPdu.Coding;
import org.rapidsms.backend.gsm.IncomingPdu.Report;
import org.rapidsms.backend.gsm.IncomingPdu.Text;
import org.rapidsms.text.Gsm7;
import org.rapidsms.text.Udh;

/**
 * A short message as a modem shows it in text mode (3GPP TS 27.005 §3.1).
 *
 * @param fields of a text {@code "+15550001",,"26/11/21,00:36:44+12",145,4,0,8,…}, from the fourth
 *     on if the modem tells them; of a report {@code 6,12,"+15550001",145,"…","…",0}
 * @param body the text; empty for a report
 * @param isUcs2 whether strings are written in hexadecimal
 */
record ShownMessage(String fields, String body, boolean isUcs2) {

    private static final Pattern COMMA = Pattern.compile(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");

    /** Numbers and names: some modems write them plainly all the same. */
    private static final Pattern HEX_NAME = Pattern.compile("(?:0[03][0-9A-Fa-f]{2})+");

    private static final Pattern HEX = Pattern.compile("(?:[0-9A-Fa-f]{4})+");
    private static final Pattern TIME = Pattern.compile("(.{8},.{8})([+-]\\d{1,2})");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("yy/MM/dd,HH:mm:ss");
    private static final int SECONDS_OF_A_QUARTER = 15 * 60;
    private static final int CODING = 6;

    /** Empty if it makes no sense. */
    Optional<IncomingPdu> read() {
        var all = Stream.of(COMMA.split(fields)).map(String::strip).toList();
        try {
            if (all.size() >= 7 && all.get(0).matches("\\d+")) {
                return Optional.of(
                        new Report(
                                Integer.parseInt(all.get(1)),
                                string(all.get(2)),
                                time(string(all.get(4))),
                                Integer.parseInt(all.get(6))));
            }
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
        return all.size() < 3 ? Optional.empty() : Optional.of(text(all));
    }

    private Text text(List<String> all) {
        var time = string(all.get(2));
        var written = String.join("\n", all.get(0), time, body);
        return new Text(string(all.get(0)), words(all), Udh.NONE, time(time), written);
    }

    private String words(List<String> all) {
        boolean isHex =
                isUcs2
                        || all.size() > CODING
                                && all.get(CODING).matches("\\d{1,3}")
                                && Coding.of(Integer.parseInt(all.get(CODING))) == Coding.UCS_2;
        if (isHex) {
            return HEX.matcher(body).matches() ? utf16(body) : body;
        }
        return Gsm7.read(body.getBytes(StandardCharsets.ISO_8859_1));
    }

    private String string(String field) {
        var plain = field.replace("\"", "");
        return isUcs2 ? unhex(plain) : plain;
    }

    /** A number or a name, if that is what is written in hexadecimal. */
    static String unhex(String written) {
        return HEX_NAME.matcher(written).matches() ? utf16(written) : written;
    }

    private static String utf16(String hex) {
        return new String(HexFormat.of().parseHex(hex), StandardCharsets.UTF_16BE);
    }

    /** The beginning of time if it makes no sense. */
    private static Instant time(String written) {
        var time = TIME.matcher(written);
        try {
            if (time.matches()) {
                int seconds = Integer.parseInt(time.group(2)) * SECONDS_OF_A_QUARTER;
                return LocalDateTime.parse(time.group(1), CLOCK)
                        .toInstant(ZoneOffset.ofTotalSeconds(seconds));
            }
        } catch (DateTimeException e) {
            // Said below, as for what does not look like a time.
        }
        return Instant.EPOCH;
    }
}
