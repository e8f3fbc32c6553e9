package org.rapidsms.router;

import static jakarta.ejb.TransactionAttributeType.REQUIRES_NEW;
import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toMap;
import static org.rapidsms.router.RouterLog.LOG;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.rapidsms.backend.BackendState;
import org.rapidsms.backend.ConfiguredBackend;
import org.rapidsms.backend.Outcome;
import org.rapidsms.backend.SendException;
import org.rapidsms.backend.SendFailure;
import org.rapidsms.message.MessageStatuses;
import org.rapidsms.message.Setback;
import org.rapidsms.message.Transmission;

/**
 * Writes down what became of a call to a gateway, and what follows from it for the transmissions
 * and for their backend.
 */
@Stateless
@PermitAll
public class Settlement {

    private static final Duration FIRST_WAIT = Duration.ofSeconds(2);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

    @PersistenceContext EntityManager entities;

    @Inject RouterKinds kinds;

    /**
     * A call that was made.
     *
     * @param outcomes what became of its phones. Those of which nothing is said count as unknown
     */
    public record Made(ConfiguredBackend backend, Claim claim, List<Outcome> outcomes) {

        Outcome of(Transmission transmission) {
            var identity = transmission.getConnection().getIdentity();
            return outcomes.stream()
                    .filter(outcome -> outcome.identity().equals(identity))
                    .findFirst()
                    .orElseGet(() -> notTold(identity));
        }
    }

    /** Settles calls. */
    @TransactionAttribute(REQUIRES_NEW)
    public void settle(List<Made> calls) {
        var now = Instant.now();
        // First, as whoever takes on something does too: so nobody waits for one who waits for him.
        var open = new HashMap<Made, Instant>();
        calls.stream()
                .sorted(comparing(call -> call.backend().name()))
                .forEach(call -> open.put(call, settle(call, gateways(call.outcomes()), now)));
        var claimed = claimed(calls);
        for (var call : calls) {
            for (var id : call.claim().transmissions()) {
                // An administrator may have deleted it meanwhile.
                Optional.ofNullable(claimed.get(id))
                        .ifPresent(t -> settle(call, t, open.get(call), now));
            }
        }
        var messages = claimed.values().stream().map(Transmission::getMessage).toList();
        MessageStatuses.follow(entities, messages, now);
    }

    private Map<Long, Transmission> claimed(List<Made> calls) {
        var ids = calls.stream().flatMap(c -> c.claim().transmissions().stream()).toList();
        return entities.createQuery(
                        "select t from Transmission t join fetch t.message"
                                + " join fetch t.connection left join fetch t.connection.contact"
                                + " where t.id in :ids",
                        Transmission.class)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(toMap(Transmission::getId, Function.identity()));
    }

    private void settle(Made call, Transmission transmission, Instant open, Instant now) {
        var outcome = call.of(transmission);
        boolean ours =
                transmission.getAttempts() == call.claim().attempts().get(transmission.getId());
        // Whoever came too late knows nothing new, unless it went out after all.
        if (ours || outcome.failure().isEmpty()) {
            settle(call.backend(), transmission, outcome, open, now);
        }
    }

    private static Outcome notTold(String identity) {
        return Outcome.failed(identity, SendFailure.UNKNOWN, "the backend did not say");
    }

    private void settle(
            ConfiguredBackend backend,
            Transmission transmission,
            Outcome outcome,
            Instant open,
            Instant now) {
        var failure = outcome.failure();
        if (failure.isEmpty()) {
            transmission.sent(outcome.externalId().orElse(null), now);
            return;
        }
        var why = failure.get() + ": " + outcome.words();
        var next = next(backend, transmission, outcome, open, now);
        if (next.isEmpty()) {
            transmission.errored(why, now);
        } else if (failure.get() == SendFailure.UNKNOWN && !isResent(backend)) {
            transmission.held(why, next.get(), now);
        } else {
            transmission.waits(why, next.get(), now);
        }
        entities.persist(new Setback(transmission, now));
    }

    /**
     * When it is looked at again; empty if it is given up.
     *
     * @param open when its backend ends its pause
     */
    private Optional<Instant> next(
            ConfiguredBackend backend,
            Transmission transmission,
            Outcome outcome,
            Instant open,
            Instant now) {
        if (kinds.of(backend.name()).isEager()) {
            return Optional.empty();
        }
        var end = transmission.getDate().plus(backend.sending().maxAge());
        var wait = outcome.retryAfter().orElseGet(() -> wait(transmission.getAttempts()));
        return switch (outcome.failure().orElseThrow()) {
            case REJECTED, OPTED_OUT -> Optional.empty();
            // Until somebody acts, however long that takes: the backend pauses.
            case MISCONFIGURED, NO_CREDIT -> Optional.of(open);
            case UNKNOWN -> isResent(backend) ? before(end, now.plus(wait)) : Optional.of(end);
            case UNREACHABLE, THROTTLED -> before(end, now.plus(wait));
        };
    }

    private static boolean isResent(ConfiguredBackend backend) {
        return backend.sending().resendUnknown();
    }

    private static Optional<Instant> before(Instant end, Instant next) {
        return Optional.of(next).filter(end::isAfter);
    }

    /** Twice as long each time; not all at once, lest they fall upon the gateway together. */
    private static Duration wait(int attempt) {
        long most =
                Math.min(
                        LONGEST_WAIT.toMillis(),
                        FIRST_WAIT.toMillis() << Math.min(attempt - 1, 20));
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(most / 2, most + 1));
    }

    /** What the call tells of the gateway itself: the first failure that is no phone's. */
    private static Optional<Outcome> gateways(List<Outcome> outcomes) {
        return outcomes.stream()
                .filter(o -> o.failure().filter(f -> f != SendFailure.REJECTED).isPresent())
                .filter(o -> o.failure().filter(f -> f != SendFailure.OPTED_OUT).isPresent())
                .findFirst();
    }

    /**
     * What a call means for its backend.
     *
     * @return when the backend ends its pause; now if it has none
     */
    private Instant settle(Made call, Optional<Outcome> failed, Instant now) {
        var backend = call.backend();
        if (failed.isEmpty() && !call.claim().troubled()) {
            return now;
        }
        var state =
                entities.find(BackendState.class, backend.name(), LockModeType.PESSIMISTIC_WRITE);
        if (state == null) {
            return now;
        }
        if (failed.isEmpty()) {
            if (state.isBroken()) {
                LOG.resumed(backend.name());
            }
            state.recovered();
            return now;
        }
        var why = failed.get();
        state.failed(
                new SendException(why.failure().orElseThrow(), why.words(), why.retryAfter()), now);
        if (!state.isPaused(now)) {
            return now;
        }
        LOG.paused(backend.name(), state.getPausedUntil(), state.getProblem());
        return state.getPausedUntil();
    }
}
