package org.rapidsms.backend.gsm;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rapidsms.backend.SendException;
import org.rapidsms.text.Udh;

/** How one modem writes and reads short messages. */
interface Mode {

    /** Tells the modem. */
    void begin();

    /**
     * Writes a text in as many parts as it takes, the last of which is reported on.
     *
     * @param number {@link SubmitPdu#isNumber} says yes
     * @throws SendException if the text cannot be written so
     */
    List<Submission> write(String number, String text, Udh.Reference reference);

    /** Reads all that came to the card, by its place; empty is what nobody can read. */
    Map<Integer, Optional<IncomingPdu>> card();

    /** Reads what the modem handed over at once. */
    Optional<IncomingPdu> read(Notice notice);

    /** Reads words of an answer. */
    String words(String answer);

    /**
     * What a modem is given to send.
     *
     * @param before a command that comes first; empty if none does
     * @param command after which the modem asks for the rest
     * @param rest the text, in one form or other
     */
    record Submission(Optional<String> before, String command, String rest) {}
}
