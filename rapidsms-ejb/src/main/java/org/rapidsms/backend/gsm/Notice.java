package org.rapidsms.backend.gsm;

import java.util.stream.Stream;

/**
 * What a modem says without having been asked.
 *
 * @param line {@code +CMTI: …}, {@code +CMT: …}, {@code +CDSI: …} or {@code +CDS: …}
 * @param body what came, from the next line; empty if there is none that belongs to it
 */
record Notice(String line, String body) {

    /** Whether a line begins a notice. */
    static boolean is(String line) {
        return Stream.of("+CMTI:", "+CDSI:", "+CMT:", "+CDS:").anyMatch(line::startsWith);
    }

    /** Whether the next line belongs to it; a report in text mode is one line, with quotes. */
    static boolean hasBody(String line) {
        return line.startsWith("+CMT:") || line.startsWith("+CDS:") && !line.contains("\"");
    }

    /** Whether what came lies in the modem's memory. */
    boolean isStored() {
        return line.startsWith("+CMTI:") || line.startsWith("+CDSI:");
    }

    /** What stands behind the name. */
    String fields() {
        return line.substring(line.indexOf(':') + 1).strip();
    }
}
