package org.rapidsms.router;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;
import static org.rapidsms.router.RouterLog.LOG;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rapidsms.backend.Backends;
import org.rapidsms.backend.ConfiguredBackend;
import org.rapidsms.backend.Outcome;
import org.rapidsms.backend.OutgoingSms;
import org.rapidsms.backend.ReadyBackends;
import org.rapidsms.backend.SendException;
import org.rapidsms.backend.SendFailure;
import org.rapidsms.router.Settlement.Made;

/** Hands stored transmissions to their backends, never inside a transaction. */
@Stateless
@PermitAll
@TransactionAttribute(NOT_SUPPORTED)
public class Sender {

    @Inject Claims claims;

    @Inject Settlements settlements;

    @Inject Backends backends;

    @Inject Senders senders;

    @Inject ReadyBackends ready;

    /**
     * Sends what waits for a backend, until nothing does that may be sent now. Returns at once if
     * as many are at it as may be: they look again before they leave.
     *
     * @param another is called when there is more than one can take on: another may help
     */
    public void serve(String name, Runnable another) {
        backends.find(name)
                .ifPresent(backend -> senders.of(backend).work(() -> sendAll(backend, another)));
    }

    private void sendAll(ConfiguredBackend backend, Runnable another) {
        var calls = claims.claim(backend);
        while (!calls.isEmpty()) {
            if (calls.size() == Claims.MESSAGES || calls.get(0).attempts().size() > 1) {
                another.run();
            }
            make(backend, calls);
            calls = claims.claim(backend);
        }
    }

    /** Sends what still waits of one message, in the caller's thread. */
    public void send(Batch batch) {
        var backend = backends.find(batch.backend()).orElseThrow();
        var calls = claims.claim(backend, batch.message());
        while (!calls.isEmpty()) {
            make(backend, calls);
            calls = claims.claim(backend, batch.message());
        }
    }

    private void make(ConfiguredBackend backend, List<Claim> calls) {
        for (int i = 0; i < calls.size(); i++) {
            var claim = calls.get(i);
            if (!mayCall(backend, claim)) {
                claims.giveBack(calls.subList(i, calls.size()));
                return;
            }
            var outcomes = outcomes(backend, claim.sms());
            settlements.settle(new Made(backend, claim, outcomes));
            tellFailures(backend.name(), claim.sms(), outcomes);
            if (outcomes.stream().anyMatch(Sender::isTheGateways)) {
                claims.giveBack(calls.subList(i + 1, calls.size()));
                return;
            }
        }
    }

    private boolean mayCall(ConfiguredBackend backend, Claim claim) {
        // Else others may think that we are dead before the gateway has answered.
        var answered = Instant.now().plus(backend.sending().timeout());
        return ready.contains(backend) && !answered.isAfter(claim.until());
    }

    /** Whether the next text would fare no better. */
    private static boolean isTheGateways(Outcome outcome) {
        return outcome.failure()
                .filter(f -> f != SendFailure.REJECTED && f != SendFailure.OPTED_OUT)
                .isPresent();
    }

    private static List<Outcome> outcomes(ConfiguredBackend backend, OutgoingSms sms) {
        try {
            return backend.backend().send(sms);
        } catch (SendException e) {
            return all(sms, e);
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            // A stranger's backend may throw anything; the transmission must not stay in process.
            LOG.backendFailed(e, backend.name(), sms.messageId());
            var what = "the backend failed: " + e.getClass().getName();
            return all(sms, new SendException(SendFailure.UNKNOWN, what));
        }
    }

    private static List<Outcome> all(OutgoingSms sms, SendException why) {
        return sms.identities().stream().map(identity -> Outcome.failed(identity, why)).toList();
    }

    /** One line for each reason, not for each phone. */
    private static void tellFailures(String backend, OutgoingSms sms, List<Outcome> outcomes) {
        outcomes.stream()
                .flatMap(o -> o.failure().map(failure -> failure + ", " + o.words()).stream())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .forEach((why, phones) -> LOG.notSent(backend, sms.messageId(), phones, why));
    }
}
