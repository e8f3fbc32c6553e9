package org.rapidsms.router;

import static jakarta.ejb.TransactionAttributeType.REQUIRES_NEW;
import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import org.rapidsms.backend.BackendState;
import org.rapidsms.backend.ConfiguredBackend;
import org.rapidsms.backend.Outcome;
import org.rapidsms.backend.SendException;
import org.rapidsms.backend.SendFailure;
import org.rapidsms.message.Message;
import org.rapidsms.message.MessageStatuses;
import org.rapidsms.message.Setback;
import org.rapidsms.message.StorableText;
import org.rapidsms.message.Transmission;
import org.rapidsms.schema.Sql;

/**
 * Writes down what became of a call to a gateway, and what follows from it for the transmissions
 * and for their backend.
 */
@Stateless
@PermitAll
public class Settlement {

    private static final Duration FIRST_WAIT = Duration.ofSeconds(2);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

    /** It went out, whoever has taken it on meanwhile and whatever reports came before. */
    private static final String SENT =
            "update transmission set external_id = coalesce(?, external_id),"
                    + " sent = case when status in ('Q', 'P') then ? else sent end,"
                    + " updated = case when status in ('Q', 'P') then ? else updated end,"
                    + " due = case when status in ('Q', 'P') then null else due end,"
                    + " problem = case when status in ('Q', 'P') then null else problem end,"
                    + " status = case when status in ('Q', 'P') then 'S' else status end"
                    + " where id = ?";

    @PersistenceContext EntityManager entities;

    @Inject RouterKinds kinds;

    @Inject DeliveryReports reports;

    @Inject Consents consents;

    /**
     * A call that was made.
     *
     * @param outcomes what became of its phones. Those of which nothing is said count as unknown
     */
    public record Made(ConfiguredBackend backend, Claim claim, List<Outcome> outcomes) {

        /** What became of each transmission, by its number. */
        private Map<Long, Outcome> byTransmission() {
            var byIdentity =
                    outcomes.stream().collect(toMap(Outcome::identity, o -> o, (one, two) -> one));
            var all = new LinkedHashMap<Long, Outcome>();
            var identities = claim.sms().identities().iterator();
            for (var transmission : claim.transmissions()) {
                var identity = identities.next();
                all.put(transmission, byIdentity.getOrDefault(identity, notTold(identity)));
            }
            return all;
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
        var sent = new TreeMap<Long, Outcome>();
        var failed = new LinkedHashMap<Made, Map<Long, Outcome>>();
        for (var call : calls) {
            var outcomes = call.byTransmission();
            failed.put(call, outcomes);
            for (var outcome : outcomes.entrySet()) {
                if (outcome.getValue().failure().isEmpty()) {
                    sent.put(outcome.getKey(), outcome.getValue());
                }
            }
            outcomes.values().removeIf(outcome -> outcome.failure().isEmpty());
        }
        sent(sent, now);
        calls.stream()
                .filter(Settlement::isNamed)
                .forEach(call -> reports.catchUp(call.backend().name(), named(call)));
        failed.forEach((call, outcomes) -> failed(call, outcomes, open.get(call), now));
        MessageStatuses.follow(
                entities, calls.stream().map(call -> call.claim().message()).toList(), now);
    }

    /** The usual case: one statement for all, past the entities. */
    private void sent(SortedMap<Long, Outcome> outcomes, Instant now) {
        Sql.in(entities)
                .updateAll(
                        SENT,
                        outcomes.entrySet().stream()
                                .map(
                                        sent ->
                                                new Object[] {
                                                    gatewaysId(sent.getValue()),
                                                    now,
                                                    now,
                                                    sent.getKey()
                                                })
                                .toList());
    }

    /** Whether the gateway gave a text an id, by which it may have reported already. */
    private static boolean isNamed(Made call) {
        return call.outcomes().stream().anyMatch(outcome -> outcome.externalId().isPresent());
    }

    /** The transmissions of a call by the ids that its gateway gave them. */
    private static Map<String, List<Long>> named(Made call) {
        return call.byTransmission().entrySet().stream()
                .filter(sent -> sent.getValue().externalId().isPresent())
                .collect(
                        groupingBy(
                                sent -> gatewaysId(sent.getValue()),
                                mapping(Map.Entry::getKey, toList())));
    }

    /** As much of it as can be stored. */
    private static String gatewaysId(Outcome outcome) {
        return outcome.externalId()
                .map(StorableText::of)
                .map(id -> id.substring(0, Math.min(Message.ID_LENGTH, id.length())))
                .orElse(null);
    }

    private void failed(Made call, Map<Long, Outcome> outcomes, Instant open, Instant now) {
        if (outcomes.isEmpty()) {
            return;
        }
        var attempts = call.claim().attempts();
        // Locked: whoever comes late to say that one went out shall not be forgotten. Those that
        // are gone an administrator has deleted meanwhile.
        entities
                .createQuery(
                        "select t from Transmission t where t.id in :rows order by t.id",
                        Transmission.class)
                .setParameter("rows", outcomes.keySet())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .stream()
                // Whoever came too late knows nothing new.
                .filter(t -> t.getAttempts() == attempts.get(t.getId()))
                .forEach(t -> failed(call.backend(), t, outcomes.get(t.getId()), open, now));
    }

    private static Outcome notTold(String identity) {
        return Outcome.failed(identity, SendFailure.UNKNOWN, "the backend did not say");
    }

    private void failed(
            ConfiguredBackend backend,
            Transmission transmission,
            Outcome outcome,
            Instant open,
            Instant now) {
        var failure = outcome.failure();
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
        if (failure.get() == SendFailure.OPTED_OUT) {
            consents.stop(transmission.getConnection(), now);
        }
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
        if (failed.isEmpty() && !call.claim().troubled() && !isNamed(call)) {
            return now;
        }
        var state =
                entities.find(BackendState.class, backend.name(), LockModeType.PESSIMISTIC_WRITE);
        if (state == null) {
            return now;
        }
        if (failed.isEmpty()) {
            recovered(call, state);
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

    private static void recovered(Made call, BackendState state) {
        if (!call.claim().troubled()) {
            return;
        }
        if (state.isBroken()) {
            LOG.resumed(call.backend().name());
        }
        state.recovered();
    }
}
