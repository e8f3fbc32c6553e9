package org.rapidsms.backend.gsm;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import org.rapidsms.text.Gsm7;

/** Reads the fields of a short message, one after the other (3GPP TS 23.040 §9.1 and §9.2.3). */
final class PduReader {

    private static final int ALPHANUMERIC = 0x50;
    private static final int INTERNATIONAL = 0x10;
    private static final int TYPE = 0x70;

    /** The last but one is for expansion, the last fills up. */
    private static final String DIGITS = "0123456789*#abc";

    private final ByteBuffer octets;

    /**
     * @throws IllegalArgumentException if this is no hexadecimal
     */
    PduReader(String hex) {
        octets = ByteBuffer.wrap(HexFormat.of().parseHex(hex));
    }

    /**
     * @throws BufferUnderflowException if there is none
     */
    int octet() {
        return octets.get() & 0xFF;
    }

    byte[] octets(int count) {
        if (count > octets.remaining()) {
            throw new BufferUnderflowException();
        }
        var some = new byte[count];
        octets.get(some);
        return some;
    }

    byte[] rest() {
        return octets(octets.remaining());
    }

    /** The number of the SMS centre, which nobody wants to know. */
    void skipCentre() {
        octets(octet());
    }

    /** A number with a plus if it is international, or the name of a service. */
    String address() {
        int length = octet();
        int type = octet();
        var bytes = octets((length + 1) / 2);
        if ((type & TYPE) == ALPHANUMERIC) {
            return Gsm7.read(Gsm7.unpack(bytes, 0, length * 4 / 7)).strip();
        }
        var digits = new StringBuilder((type & TYPE) == INTERNATIONAL ? "+" : "");
        for (int i = 0; i < length; i++) {
            int digit = i % 2 == 0 ? bytes[i / 2] & 0xF : bytes[i / 2] >> 4 & 0xF;
            if (digit < DIGITS.length()) {
                digits.append(DIGITS.charAt(digit));
            }
        }
        return digits.toString();
    }

    /** When the SMS centre took it; the beginning of time if that makes no sense. */
    Instant time() {
        var parts = octets(7);
        int quarters = twoDigits(parts[6] & 0xF7);
        int seconds = quarters * 15 * 60 * ((parts[6] & 0x08) == 0 ? 1 : -1);
        try {
            return OffsetDateTime.of(
                            2000 + twoDigits(parts[0]),
                            twoDigits(parts[1]),
                            twoDigits(parts[2]),
                            twoDigits(parts[3]),
                            twoDigits(parts[4]),
                            twoDigits(parts[5]),
                            0,
                            ZoneOffset.ofTotalSeconds(seconds))
                    .toInstant();
        } catch (DateTimeException e) {
            return Instant.EPOCH;
        }
    }

    /** The first digit lies in the lower half. */
    private static int twoDigits(int octet) {
        return (octet & 0xF) * 10 + (octet >> 4 & 0xF);
    }
}
