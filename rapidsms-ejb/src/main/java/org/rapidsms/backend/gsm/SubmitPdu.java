package org.rapidsms.backend.gsm;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import org.rapidsms.text.Segment;
import org.rapidsms.text.SmsText.Encoding;

/**
 * A short message as a modem takes it: SMS-SUBMIT (3GPP TS 23.040 §9.2.2.2).
 *
 * @param hex with the length of the SMS centre's number before it, which is the card's
 * @param length in octets, without that
 */
record SubmitPdu(String hex, int length) {

    private static final int SUBMIT = 0x01;
    private static final int RELATIVE_VALIDITY = 0x10;
    private static final int REPORT = 0x20;
    private static final int HEADER = 0x40;

    /** A day. */
    private static final int VALIDITY = 167;

    private static final int INTERNATIONAL = 0x91;
    private static final int UNKNOWN = 0x81;
    private static final int GSM_7 = 0x00;
    private static final int UCS_2 = 0x08;

    /** What can stand in a number, in the order of its codes. */
    private static final String DIGITS = "0123456789*#abc";

    /**
     * @param number {@link #isNumber} says yes
     * @param isReported whether the network shall tell when it has arrived
     */
    static SubmitPdu of(String number, Segment segment, Encoding encoding, boolean isReported) {
        var pdu = new ByteArrayOutputStream();
        boolean hasHeader = segment.udh().octets() > 0;
        pdu.write(
                SUBMIT | RELATIVE_VALIDITY | (isReported ? REPORT : 0) | (hasHeader ? HEADER : 0));
        // The reference, which the modem fills in.
        pdu.write(0);
        address(number, pdu);
        // The protocol: a text, as all are.
        pdu.write(0);
        pdu.write(encoding == Encoding.GSM_7 ? GSM_7 : UCS_2);
        pdu.write(VALIDITY);
        pdu.write(segment.packedLength());
        pdu.writeBytes(segment.packed());
        var hex = HexFormat.of().withUpperCase().formatHex(pdu.toByteArray());
        return new SubmitPdu("00" + hex, pdu.size());
    }

    static boolean isNumber(String identity) {
        return identity.matches("\\+?[0-9*#]{1,20}");
    }

    private static void address(String number, ByteArrayOutputStream pdu) {
        boolean isInternational = number.startsWith("+");
        var digits = isInternational ? number.substring(1) : number;
        pdu.write(digits.length());
        pdu.write(isInternational ? INTERNATIONAL : UNKNOWN);
        for (int i = 0; i < digits.length(); i += 2) {
            int low = DIGITS.indexOf(digits.charAt(i));
            int high = i + 1 < digits.length() ? DIGITS.indexOf(digits.charAt(i + 1)) : 0xF;
            pdu.write(high << 4 | low);
        }
    }
}
