package org.rapidsms.backend.gsm;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.rapidsms.backend.Outcome;
import org.rapidsms.backend.OutgoingSms;
import org.rapidsms.backend.SendException;
import org.rapidsms.backend.SendFailure;
import org.rapidsms.backend.gsm.Mode.Submission;
import org.rapidsms.text.Udh;

/** How texts leave by a modem. */
final class Outgoing {

    /** So often in a row it may not know what is the matter, until it is made to begin anew. */
    private static final int MOST_UNKNOWN = 3;

    private final Modem modem;
    private final Mode mode;
    private final Duration timeout;
    private final Patience patience;
    private final AtomicInteger unknown = new AtomicInteger();

    /**
     * @param timeout how long to wait for a turn, and how long a text may take from then on
     */
    Outgoing(Modem modem, Mode mode, Duration timeout, Patience patience) {
        this.modem = modem;
        this.mode = mode;
        this.timeout = timeout;
        this.patience = patience;
    }

    /** Sends a text to a phone. */
    Outcome send(OutgoingSms sms, String identity) {
        var number = identity.replaceAll("[ ().-]", "");
        if (!SubmitPdu.isNumber(number)) {
            return Outcome.failed(identity, SendFailure.REJECTED, "this is no phone number");
        }
        try {
            var reference = Udh.Reference.ofOctet((sms.messageId() + number).hashCode());
            return sent(identity, number, send(mode.write(number, sms.text(), reference)));
        } catch (ModemError e) {
            return Outcome.failed(identity, e.failure());
        } catch (SendException e) {
            return Outcome.failed(identity, e);
        } catch (IllegalArgumentException e) {
            return Outcome.failed(identity, SendFailure.REJECTED, "the text has too many parts");
        }
    }

    private static Outcome sent(String identity, String number, Optional<Integer> reference) {
        var id = reference.map(r -> Reference.of(r, number, Instant.now()));
        return new Outcome(identity, Optional.empty(), id, "", Optional.empty());
    }

    private Optional<Integer> send(List<Submission> parts) {
        if (!modem.takeTurn(timeout)) {
            throw new SendException(
                    SendFailure.THROTTLED,
                    "the modem is still busy with others",
                    Optional.of(Duration.ofSeconds(1)));
        }
        try {
            long end = System.nanoTime() + timeout.toNanos();
            Optional<Integer> reference = Optional.empty();
            for (var part : parts) {
                reference = send(part, end);
            }
            return reference;
        } finally {
            modem.endTurn();
        }
    }

    private Optional<Integer> send(Submission part, long end) {
        for (int i = 0; ; i++) {
            try {
                var reference = modem.send(part, left(end));
                unknown.set(0);
                return reference;
            } catch (ModemError e) {
                if (e.isUnknown()) {
                    unknown.incrementAndGet();
                }
                boolean isTime = System.nanoTime() + patience.busy().toNanos() < end;
                if (!e.isBusy() || i == patience.repetitions() || !isTime) {
                    throw e;
                }
                modem.pause(patience.busy());
            }
        }
    }

    private static Duration left(long end) {
        var left = Duration.ofNanos(end - System.nanoTime());
        if (left.isNegative()) {
            throw new SendException(SendFailure.UNREACHABLE, "the modem is too slow for the text");
        }
        return left;
    }

    /**
     * Has the modem begin anew if it fails again and again.
     *
     * @throws SendException if it does; the connection must end then
     */
    void requireHealth() {
        if (unknown.get() >= MOST_UNKNOWN) {
            modem.tryToAsk("AT+CFUN=1,1");
            throw new SendException(SendFailure.UNREACHABLE, "the modem fails again and again");
        }
    }
}
