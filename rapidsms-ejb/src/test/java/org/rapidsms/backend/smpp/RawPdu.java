package org.rapidsms.backend.smpp;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import org.jsmpp.PDUStringException;
import org.jsmpp.util.DefaultDecomposer;

/** What SMS centres deliver, from the octets on. */
final class RawPdu {

    private static final int HEADER = 16;
    private static final int DELIVER_SM = 5;

    private RawPdu() {}

    /** As it was seen on the line, without the first 16 octets. */
    static Pdu deliverSm(String body) {
        var octets = HexFormat.of().parseHex(body);
        var pdu =
                ByteBuffer.allocate(HEADER + octets.length)
                        .putInt(HEADER + octets.length)
                        .putInt(DELIVER_SM)
                        .putInt(0)
                        .putInt(1)
                        .put(octets);
        try {
            return Pdu.of(new DefaultDecomposer().deliverSm(pdu.array()));
        } catch (PDUStringException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static Pdu of(int esmClass, int dataCoding, byte[] userData) {
        return new Pdu("15550001", "789", esmClass, dataCoding, userData, Map.of());
    }

    /** A receipt that says what it says in words only. */
    static Pdu receipt(String words) {
        return of(0x04, 0, words.getBytes(StandardCharsets.ISO_8859_1));
    }

    static byte[] hex(String octets) {
        return HexFormat.of().parseHex(octets.replace(" ", ""));
    }
}
