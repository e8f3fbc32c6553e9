package org.rapidsms.backend.smpp;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jsmpp.bean.AbstractSmCommand;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;

/**
 * What an SMS centre delivers, as it came: a text of a phone's, or a receipt.
 *
 * @param source whom it comes from
 * @param destination our number
 * @param esmClass what it is, in bits
 * @param dataCoding in which alphabet it is
 * @param userData the text, behind its header if it has one
 * @param parameters by their tags
 */
record Pdu(
        String source,
        String destination,
        int esmClass,
        int dataCoding,
        byte[] userData,
        Map<Short, byte[]> parameters) {

    private static final short PAYLOAD = 0x0424;
    private static final int LENGTHS = 4;

    static Pdu of(DeliverSm pdu) {
        return of(pdu, Optional.ofNullable(pdu.getShortMessage()).orElse(new byte[0]));
    }

    static Pdu of(DataSm pdu) {
        return of(pdu, new byte[0]);
    }

    private static Pdu of(AbstractSmCommand pdu, byte[] shortMessage) {
        var parameters = new HashMap<Short, byte[]>();
        if (pdu.getOptionalParameters() != null) {
            for (var each : pdu.getOptionalParameters()) {
                parameters.putIfAbsent(each.tag, value(each));
            }
        }
        return new Pdu(
                Optional.ofNullable(pdu.getSourceAddr()).orElse(""),
                Optional.ofNullable(pdu.getDestAddress()).orElse(""),
                pdu.getEsmClass() & 0xFF,
                pdu.getDataCoding() & 0xFF,
                shortMessage.length == 0
                        ? parameters.getOrDefault(PAYLOAD, shortMessage)
                        : shortMessage,
                parameters);
    }

    private static byte[] value(OptionalParameter parameter) {
        var serialized = parameter.serialize();
        return Arrays.copyOfRange(serialized, LENGTHS, serialized.length);
    }

    boolean has(short tag) {
        return parameters.containsKey(tag);
    }

    Optional<byte[]> octets(short tag) {
        return Optional.ofNullable(parameters.get(tag));
    }

    /** A number without sign; empty if it is not there. */
    Optional<Integer> number(short tag) {
        return octets(tag)
                .filter(octets -> octets.length > 0 && octets.length < Integer.BYTES)
                .map(
                        octets -> {
                            int number = 0;
                            for (byte octet : octets) {
                                number = number << Byte.SIZE | octet & 0xFF;
                            }
                            return number;
                        });
    }

    /** A text, whether a NUL ends it or not. */
    Optional<String> text(short tag) {
        return octets(tag)
                .map(octets -> new String(octets, StandardCharsets.ISO_8859_1))
                .map(text -> text.replaceFirst("(?s)\0.*", ""));
    }
}
