package org.rapidsms.backend.gsm;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import org.rapidsms.text.Segment;
import org.rapidsms.text.SmsText;
import org.rapidsms.text.Udh.Reference;

/** What a network would hand to a modem. */
final class DeliverPdu {

    private DeliverPdu() {}

    /** A text, in as many parts as it takes. */
    static List<String> of(String sender, String text, Instant sent) {
        var sms = SmsText.of(text);
        return sms.segments(Reference.ofOctet(7)).stream()
                .map(segment -> of(sender, segment, sms.encoding(), sent))
                .toList();
    }

    private static String of(
            String sender, Segment segment, SmsText.Encoding encoding, Instant sent) {
        var pdu = new ByteArrayOutputStream();
        pdu.write(segment.udh().octets() > 0 ? 0x44 : 0x04);
        number(sender, pdu);
        pdu.write(0);
        pdu.write(encoding == SmsText.Encoding.GSM_7 ? 0 : 8);
        time(sent, pdu);
        pdu.write(segment.packedLength());
        pdu.writeBytes(segment.packed());
        return hex(pdu);
    }

    /** A report. */
    static String report(int reference, String recipient, Instant sent, int status) {
        var pdu = new ByteArrayOutputStream();
        pdu.write(0x06);
        pdu.write(reference);
        number(recipient, pdu);
        time(sent, pdu);
        time(sent, pdu);
        pdu.write(status);
        return hex(pdu);
    }

    private static String hex(ByteArrayOutputStream pdu) {
        // The SMS centre is +1555, as is the rest of this country.
        return "03915155" + HexFormat.of().withUpperCase().formatHex(pdu.toByteArray());
    }

    private static void number(String number, ByteArrayOutputStream pdu) {
        var digits = number.replace("+", "");
        pdu.write(digits.length());
        pdu.write(number.startsWith("+") ? 0x91 : 0x81);
        var padded = digits.length() % 2 == 0 ? digits : digits + "F";
        for (int i = 0; i < padded.length(); i += 2) {
            pdu.write(Integer.parseInt(padded.charAt(i + 1) + "" + padded.charAt(i), 16));
        }
    }

    private static void time(Instant time, ByteArrayOutputStream pdu) {
        var utc = time.atOffset(ZoneOffset.UTC);
        for (int part :
                new int[] {
                    utc.getYear() % 100,
                    utc.getMonthValue(),
                    utc.getDayOfMonth(),
                    utc.getHour(),
                    utc.getMinute(),
                    utc.getSecond(),
                    0
                }) {
            pdu.write(part % 10 << 4 | part / 10);
        }
    }
}
