package org.rapidsms.backend.gsm;

import java.util.Set;
import java.util.regex.Pattern;
import org.rapidsms.backend.SendException;
import org.rapidsms.backend.SendFailure;

/** What a modem says when it does not do what it was told (3GPP TS 27.005 §3.2.5). */
final class ModemError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Of the message service: {@code +CMS ERROR}. */
    private static final int MESSAGES = 1;

    /** Of the device: {@code +CME ERROR}. */
    private static final int EQUIPMENT = 2;

    private static final Pattern WORDS = Pattern.compile("\\+CM([SE]) ERROR: *(\\d+)");

    /** Network out of reach or busy, modem busy. */
    private static final Set<Integer> BUSY = Set.of(331, 332, 512, 513, 514, 515);

    /** Unknown or barred numbers, what the network does not offer, what it cannot read. */
    private static final Set<Integer> REFUSED = Set.of(1, 21, 28, 30, 50, 69, 96, 111);

    /** What stands in our command, and it is our fault. */
    private static final Set<Integer> WRONG = Set.of(302, 303, 304, 305);

    private final int kind;
    private final int code;

    private ModemError(String line, int kind, int code) {
        super(line);
        this.kind = kind;
        this.code = code;
    }

    static boolean is(String line) {
        return line.equals("ERROR") || WORDS.matcher(line).matches();
    }

    static ModemError of(String line) {
        var words = WORDS.matcher(line);
        if (!words.matches()) {
            return new ModemError(line, 0, 0);
        }
        int kind = words.group(1).equals("S") ? MESSAGES : EQUIPMENT;
        return new ModemError(line, kind, Integer.parseInt(words.group(2)));
    }

    /** Whether the same may go well in a moment. */
    boolean isBusy() {
        return kind == MESSAGES && BUSY.contains(code);
    }

    /** Whether it does not know itself what is the matter. */
    boolean isUnknown() {
        return kind == MESSAGES && code == 500;
    }

    /** What follows for a text. */
    SendException failure() {
        return new SendException(meaning(), getMessage());
    }

    private SendFailure meaning() {
        if (isAboutTheCard() || kind == MESSAGES && code == 330) {
            // 330: the SMS centre's number is unknown.
            return SendFailure.MISCONFIGURED;
        }
        boolean isFinal = REFUSED.contains(code) || WRONG.contains(code);
        return kind == MESSAGES && isFinal ? SendFailure.REJECTED : SendFailure.UNREACHABLE;
    }

    /** No card, or one that wants a PIN or PUK; a busy one (14, 314) is none of these. */
    private boolean isAboutTheCard() {
        return kind == EQUIPMENT && code >= 10 && code <= 18 && code != 14
                || kind == MESSAGES && code >= 310 && code <= 318 && code != 314;
    }
}
