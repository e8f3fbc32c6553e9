package org.rapidsms.backend.gsm;

import java.util.List;
import java.util.Optional;

/**
 * What a modem says without having been asked.
 *
 * @param kind {@code +CMTI:}, {@code +CMT:}, {@code +CDSI:} or {@code +CDS:}
 * @param pdu what came; empty if it lies in the modem's memory
 */
record Notice(String kind, String pdu) {

    private static final List<String> STORED = List.of("+CMTI:", "+CDSI:");
    private static final List<String> DIRECT = List.of("+CMT:", "+CDS:");

    /** Whether a line begins a notice, and which. */
    static Optional<String> kind(String line) {
        return java.util.stream.Stream.concat(STORED.stream(), DIRECT.stream())
                .filter(line::startsWith)
                .findFirst();
    }

    /** Whether the next line belongs to it. */
    static boolean hasPdu(String kind) {
        return DIRECT.contains(kind);
    }
}
