package org.rapidsms.backend.smpp;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.rapidsms.backend.smpp.SmppConfig.Alphabet;
import org.rapidsms.text.Gsm7;
import org.rapidsms.text.Udh;

/**
 * A text as it travels: octets, and what stands in the header before them or in parameters beside
 * them.
 *
 * @param udh the header
 * @param part which part of a text it is; empty if it is all of it
 * @param octets the text
 */
record UserData(Udh udh, Optional<Part> part, byte[] octets) {

    private static final int HAS_HEADER = 0x40;
    private static final short SAR_REFERENCE = 0x020C;
    private static final short SAR_TOTAL = 0x020E;
    private static final short SAR_NUMBER = 0x020F;

    /** References of different kinds are different, even if they are the same number. */
    private static final int WIDE = 0x10000;

    private static final int SAR = 0x20000;

    /**
     * A part of a text.
     *
     * @param reference the same for all parts of one text
     * @param total how many there are
     * @param number which this is, from 1 on
     */
    record Part(int reference, int total, int number) {

        boolean isPossible() {
            return total > 1 && 1 <= number && number <= total;
        }
    }

    static UserData of(Pdu pdu) {
        var octets = pdu.userData();
        int length = 0;
        // Some say that there is a header where there is none: all of it is text then.
        if (saysItHasHeader(pdu) && (octets[0] & 0xFF) < octets.length) {
            length = Udh.length(octets);
        }
        var udh = length == 0 ? Udh.NONE : Udh.read(octets);
        return new UserData(
                udh,
                part(udh).or(() -> sar(pdu)).filter(Part::isPossible),
                Arrays.copyOfRange(octets, length, octets.length));
    }

    private static boolean saysItHasHeader(Pdu pdu) {
        return (pdu.esmClass() & HAS_HEADER) != 0 && pdu.userData().length > 0;
    }

    private static Optional<Part> part(Udh udh) {
        return udh.concatenation()
                .map(
                        part ->
                                new Part(
                                        part.reference().number()
                                                | (part.reference().wide() ? WIDE : 0),
                                        part.total(),
                                        part.number()));
    }

    private static Optional<Part> sar(Pdu pdu) {
        return pdu.number(SAR_REFERENCE)
                .map(
                        reference ->
                                new Part(
                                        reference | SAR,
                                        pdu.number(SAR_TOTAL).orElse(0),
                                        pdu.number(SAR_NUMBER).orElse(0)));
    }

    /**
     * The text. Halves of characters beyond the basic plane are kept, as the other half may come
     * with the next part.
     */
    String text(int dataCoding, Alphabet defaultAlphabet) {
        return switch (alphabet(dataCoding)) {
            case 0 ->
                    defaultAlphabet == Alphabet.GSM7
                            ? Gsm7.read(octets, udh)
                            : new String(octets, StandardCharsets.ISO_8859_1);
            case 6 -> new String(octets, Charset.forName("ISO-8859-5"));
            case 7 -> new String(octets, Charset.forName("ISO-8859-8"));
            case 8 -> ucs2();
            default -> new String(octets, StandardCharsets.ISO_8859_1);
        };
    }

    /** Without what says whether it shall flash on the phone (3GPP TS 23.038, §4). */
    private static int alphabet(int dataCoding) {
        if (dataCoding >= 0xF0) {
            return dataCoding & 4;
        }
        return dataCoding >= 0x10 && dataCoding < 0x40 ? dataCoding & 0x0C : dataCoding;
    }

    private String ucs2() {
        var text = new StringBuilder(octets.length / 2);
        for (int i = 0; i + 1 < octets.length; i += 2) {
            text.append((char) ((octets[i] & 0xFF) << Byte.SIZE | octets[i + 1] & 0xFF));
        }
        return text.toString();
    }
}
