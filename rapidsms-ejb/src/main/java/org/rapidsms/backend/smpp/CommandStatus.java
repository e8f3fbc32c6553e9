package org.rapidsms.backend.smpp;

import static org.rapidsms.backend.SendFailure.MISCONFIGURED;
import static org.rapidsms.backend.SendFailure.REJECTED;
import static org.rapidsms.backend.SendFailure.THROTTLED;
import static org.rapidsms.backend.SendFailure.UNREACHABLE;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.rapidsms.backend.SendException;
import org.rapidsms.backend.SendFailure;

/** What it means that an SMS centre answers with a status other than 0 (SMPP 3.4, §5.1.3). */
final class CommandStatus {

    static final int THROTTLING = 0x58;
    static final int QUEUE_FULL = 0x14;
    static final int TRY_LATER = 0x64;
    private static final int ALREADY_BOUND = 0x05;
    private static final Duration A_MOMENT = Duration.ofSeconds(1);
    private static final Duration A_WHILE = Duration.ofSeconds(10);

    /** All others are of the text or the phone: it would fare no better a second time. */
    private static final Map<Integer, SendFailure> FAILURES =
            Map.ofEntries(
                    Map.entry(0x04, UNREACHABLE),
                    Map.entry(0x08, UNREACHABLE),
                    Map.entry(0x45, UNREACHABLE),
                    Map.entry(TRY_LATER, UNREACHABLE),
                    Map.entry(0x67, UNREACHABLE),
                    Map.entry(0xFE, UNREACHABLE),
                    Map.entry(0xFF, UNREACHABLE),
                    Map.entry(QUEUE_FULL, THROTTLED),
                    Map.entry(THROTTLING, THROTTLED),
                    Map.entry(0x0A, MISCONFIGURED));

    /** The specification's words, for who looks for the reason. */
    private static final Map<Integer, String> WORDS =
            Map.ofEntries(
                    Map.entry(0x04, "wrong bind status for this command"),
                    Map.entry(0x08, "system error"),
                    Map.entry(0x0A, "invalid source address"),
                    Map.entry(0x0B, "invalid destination address"),
                    Map.entry(0x0C, "invalid message id"),
                    Map.entry(QUEUE_FULL, "message queue full"),
                    Map.entry(0x33, "invalid number of destinations"),
                    Map.entry(0x45, "submitting failed"),
                    Map.entry(THROTTLING, "throttling error"),
                    Map.entry(TRY_LATER, "temporary application error"),
                    Map.entry(0x65, "permanent application error"),
                    Map.entry(0x66, "rejected"));

    private static final Map<Integer, String> REFUSALS =
            Map.of(
                    0x0D, "it refuses us",
                    0x0E, "the password is wrong",
                    0x0F, "it knows no such system-id",
                    0x53, "the system-type is wrong");

    private CommandStatus() {}

    /** Why a text was not taken. */
    static SendException ofText(int status, SmppConfig config) {
        var failure =
                config.failure(status).orElseGet(() -> FAILURES.getOrDefault(status, REJECTED));
        var wait =
                failure == THROTTLED
                        ? Optional.of(status == THROTTLING ? A_MOMENT : A_WHILE)
                        : Optional.<Duration>empty();
        return new SendException(failure, words(status), wait);
    }

    /** Why we were not let in. Who asks again too soon is locked out. */
    static SendException ofBind(int status) {
        if (status == ALREADY_BOUND) {
            return new SendException(
                    MISCONFIGURED,
                    "somebody else is connected with this system-id, or was until now: "
                            + words(status));
        }
        if (REFUSALS.containsKey(status)) {
            return new SendException(MISCONFIGURED, REFUSALS.get(status) + ": " + words(status));
        }
        return new SendException(UNREACHABLE, "it lets nobody in: " + words(status));
    }

    private static String words(int status) {
        var words = WORDS.getOrDefault(status, "");
        return "status 0x%04X %s".formatted(status, words).strip();
    }
}
