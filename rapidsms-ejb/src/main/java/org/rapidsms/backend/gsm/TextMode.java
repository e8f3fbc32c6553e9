package org.rapidsms.backend.gsm;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.rapidsms.backend.SendException;
import org.rapidsms.backend.SendFailure;
import org.rapidsms.text.Gsm7;
import org.rapidsms.text.SmsText;
import org.rapidsms.text.Udh;

/**
 * Short messages as the modem shows them (3GPP TS 27.005 §3): without headers, so that a text has
 * one part. In the modem's character set UCS2 all strings are hexadecimal, numbers too; in GSM,
 * which is for modems that do not know that one, texts stand there as anybody wrote them, be it as
 * a notice of the modem.
 */
final class TextMode implements Mode {

    /** {@code +CMGL: place,"REC READ",…}. */
    private static final Pattern ENTRY = Pattern.compile("\\+CMGL: *(\\d+) *, *\"REC ");

    private static final Pattern MESSAGE =
            Pattern.compile("(?s).*?\\+CMGR: *\"REC [A-Z]+\" *,([^\r\n]*)(?:\r\n(.*?)(?:\r\n)?)?");

    /** Valid for a day, as in PDU mode; the network reports. */
    private static final String REPORTED = "AT+CSMP=49,167,0,";

    private static final String UNREPORTED = "AT+CSMP=17,167,0,";
    private static final int GSM_7 = 0;
    private static final int UCS_2 = 8;

    private final Modem modem;
    private boolean isUcs2;

    TextMode(Modem modem) {
        this.modem = modem;
    }

    @Override
    public void begin() {
        modem.ask("AT+CMGF=1");
        // Headers tell then how a text is coded.
        modem.tryToAsk("AT+CSDH=1");
        isUcs2 = modem.tryToAsk("AT+CSCS=\"UCS2\"").isPresent();
        if (!isUcs2) {
            modem.ask("AT+CSCS=\"GSM\"");
        }
    }

    @Override
    public List<Submission> write(String number, String text, Udh.Reference reference) {
        boolean isGsm = Gsm7.canWrite(text) && (isUcs2 || isHarmless(Gsm7.write(text)));
        var sms = isGsm ? SmsText.of(text) : SmsText.ofUcs2(text);
        int parts = sms.segments(reference).size();
        if (parts > 1) {
            throw new SendException(
                    SendFailure.REJECTED,
                    "the text takes %d parts, and a modem in text mode sends one".formatted(parts));
        }
        // A report would be a line as anybody could write it in a text.
        var parameters = (isUcs2 ? REPORTED : UNREPORTED) + (isGsm ? GSM_7 : UCS_2);
        var command = "AT+CMGS=\"" + (isUcs2 ? hex(number) : number) + "\"";
        return List.of(
                new Submission(
                        Optional.of(parameters),
                        command,
                        isGsm && !isUcs2 ? septets(text) : hex(text)));
    }

    /** Whether nothing in it ends the text (0x1A) or throws it away (0x1B). */
    private static boolean isHarmless(byte[] septets) {
        for (byte septet : septets) {
            if (septet == 0x1A || septet == 0x1B) {
                return false;
            }
        }
        return true;
    }

    private static String septets(String text) {
        return new String(Gsm7.write(text), StandardCharsets.ISO_8859_1);
    }

    private static String hex(String text) {
        return HexFormat.of().withUpperCase().formatHex(text.getBytes(StandardCharsets.UTF_16BE));
    }

    @Override
    public Map<Integer, Optional<IncomingPdu>> card() {
        var card = new LinkedHashMap<Integer, Optional<IncomingPdu>>();
        ENTRY.matcher(ask("AT+CMGL=\"ALL\""))
                .results()
                .map(entry -> Integer.valueOf(entry.group(1)))
                .forEach(place -> card.put(place, message(place)));
        return card;
    }

    private Optional<IncomingPdu> message(int place) {
        try {
            var message = MESSAGE.matcher(ask("AT+CMGR=" + place));
            return message.matches()
                    ? read(message.group(1), Optional.ofNullable(message.group(2)).orElse(""))
                    : Optional.empty();
        } catch (ModemError e) {
            return Optional.empty();
        }
    }

    private String ask(String command) {
        return isUcs2 ? String.join("\r\n", modem.ask(command)) : modem.askForTexts(command);
    }

    @Override
    public Optional<IncomingPdu> read(Notice notice) {
        // In GSM no report was asked for: a text may have been cut that looks like one.
        return isUcs2 || !notice.body().isEmpty()
                ? read(notice.fields(), notice.body())
                : Optional.empty();
    }

    private Optional<IncomingPdu> read(String fields, String body) {
        return new ShownMessage(fields, body, isUcs2).read();
    }

    @Override
    public String words(String answer) {
        return isUcs2 ? ShownMessage.unhex(answer) : answer;
    }
}
