package org.rapidsms.backend.gsm;

import java.nio.BufferUnderflowException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.rapidsms.text.Gsm7;
import org.rapidsms.text.Udh;

/** What a modem can hand over: a text or a part of one, or what became of one of ours. */
sealed interface IncomingPdu {

    /**
     * A text, or a part of one: SMS-DELIVER.
     *
     * @param sender a number, or the name of a service
     * @param text of this part
     * @param udh says which part it is
     * @param sent when the SMS centre took it
     * @param written all of it, as the modem wrote it
     */
    record Text(String sender, String text, Udh udh, Instant sent, String written)
            implements IncomingPdu {}

    /**
     * What became of a text of ours: SMS-STATUS-REPORT.
     *
     * @param reference as the modem told when it sent the text
     * @param recipient whom it was for
     * @param sent when the SMS centre took it
     * @param status {@code TP-Status}
     */
    record Report(int reference, String recipient, Instant sent, int status)
            implements IncomingPdu {}

    /** Reads it; empty if it is neither, or makes no sense. */
    static Optional<IncomingPdu> read(String hex) {
        try {
            var reader = new PduReader(hex);
            reader.skipCentre();
            int first = reader.octet();
            return switch (first & 0x03) {
                case 0 -> Optional.of(text(reader, (first & 0x40) != 0, hex));
                case 2 ->
                        Optional.of(
                                new Report(
                                        reader.octet(),
                                        reader.address(),
                                        reader.time(),
                                        status(reader)));
                default -> Optional.empty();
            };
        } catch (IllegalArgumentException | BufferUnderflowException e) {
            return Optional.empty();
        }
    }

    private static int status(PduReader reader) {
        // When it arrived, or was given up.
        reader.time();
        return reader.octet();
    }

    private static Text text(PduReader reader, boolean hasHeader, String hex) {
        var sender = reader.address();
        // The protocol: nothing that a reader of texts would do otherwise.
        reader.octet();
        var coding = Coding.of(reader.octet());
        var sent = reader.time();
        int length = reader.octet();
        var data = reader.rest();
        var udh = hasHeader ? Udh.read(data) : Udh.NONE;
        int header = hasHeader ? Udh.length(data) : 0;
        return new Text(sender, coding.read(data, header, length, udh), udh, sent, hex);
    }

    /** How the text of a message is written (3GPP TS 23.038 §4). */
    enum Coding {
        SEPTETS,
        OCTETS,
        UCS_2;

        static Coding of(int scheme) {
            return switch (scheme >> 4) {
                // Other languages, and commands to voice boxes.
                case 0x8, 0x9, 0xA, 0xB, 0xC, 0xD -> SEPTETS;
                case 0xE -> UCS_2;
                case 0xF -> (scheme & 0x04) == 0 ? SEPTETS : OCTETS;
                default -> ofBits(scheme >> 2 & 0x03);
            };
        }

        private static Coding ofBits(int bits) {
            return switch (bits) {
                case 1 -> OCTETS;
                case 2 -> UCS_2;
                default -> SEPTETS;
            };
        }

        String read(byte[] data, int header, int length, Udh udh) {
            if (this == SEPTETS) {
                return Gsm7.read(Gsm7.unpack(data, header, length), udh);
            }
            int end = Math.max(header, Math.min(length, data.length));
            var text = Arrays.copyOfRange(data, header, end);
            return new String(
                    text, this == UCS_2 ? StandardCharsets.UTF_16BE : StandardCharsets.ISO_8859_1);
        }
    }
}
