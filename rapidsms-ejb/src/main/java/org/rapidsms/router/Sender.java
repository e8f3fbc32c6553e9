package org.rapidsms.router;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;
import static org.rapidsms.router.RouterLog.LOG;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rapidsms.backend.Backends;
import org.rapidsms.backend.Outcome;
import org.rapidsms.backend.OutgoingSms;
import org.rapidsms.backend.SendException;
import org.rapidsms.backend.SendFailure;

/**
 * Hands stored transmissions to their backends, never inside a transaction.
 *
 * <p>What a backend does not take is errored with the reason. Trying again, by the class of the
 * failure, belongs between {@link Transmissions#claim} and {@link Transmissions#settle} and is not
 * there yet.
 */
@Stateless
@PermitAll
@TransactionAttribute(NOT_SUPPORTED)
public class Sender {

    @Inject Transmissions transmissions;

    @Inject Backends backends;

    /** Sends what still waits of a batch. Does nothing if somebody else is at it or was. */
    public void send(Batch batch) {
        Optional<Transmissions.Claim> claim;
        while ((claim = transmissions.claim(batch)).isPresent()) {
            var sms = claim.get().sms();
            var outcomes = outcomes(batch.backend(), sms);
            transmissions.settle(claim.get(), outcomes);
            tellFailures(batch.backend(), sms, outcomes);
        }
    }

    private List<Outcome> outcomes(String name, OutgoingSms sms) {
        var backend = backends.find(name);
        if (backend.isEmpty()) {
            return all(sms, SendFailure.MISCONFIGURED, "no such backend is configured");
        }
        try {
            return backend.get().backend().send(sms);
        } catch (SendException e) {
            return all(sms, e.failure(), e.getMessage());
        } catch (RuntimeException e) {
            // A stranger's backend may throw anything; the transmission must not stay in process.
            LOG.backendFailed(e, name, sms.messageId());
            return all(sms, SendFailure.UNKNOWN, "the backend failed: " + e.getClass().getName());
        }
    }

    private static List<Outcome> all(OutgoingSms sms, SendFailure failure, String words) {
        return sms.identities().stream()
                .map(identity -> Outcome.failed(identity, failure, words))
                .toList();
    }

    /** One line for each reason, not for each phone. */
    private static void tellFailures(String backend, OutgoingSms sms, List<Outcome> outcomes) {
        outcomes.stream()
                .flatMap(o -> o.failure().map(failure -> failure + ", " + o.words()).stream())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .forEach((why, phones) -> LOG.notSent(backend, sms.messageId(), phones, why));
    }
}
