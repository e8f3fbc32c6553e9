package org.rapidsms.router;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rapidsms.backend.ConfiguredBackend;
import org.rapidsms.backend.Outcome;
import org.rapidsms.backend.SendFailure;
import org.rapidsms.backend.Sending;
import org.rapidsms.contact.Connection;
import org.rapidsms.message.IncomingMessage;
import org.rapidsms.message.OutgoingMessage;
import org.rapidsms.message.Status;
import org.rapidsms.schema.TestDatabase;
import org.rapidsms.testing.Some;

/** Who takes on what waits to be sent, and for how long he has it. */
class ClaimsTest {

    private static final String DATABASES = "org.rapidsms.schema.TestDatabase#all";
    private static final Sending HOLD =
            new Sending(1, OptionalInt.empty(), Duration.ofSeconds(1), Duration.ofHours(1), false);

    @ParameterizedTest
    @MethodSource(DATABASES)
    void handsOutEachTransmissionOnceAndAtMostABatchAtATime(TestDatabase database) {
        var outbox = new OutboxOn(database);
        var backend = backend(outbox, Sending.USUAL, Integer.MAX_VALUE);
        var phones = phones(backend, 30);
        outbox.put(new OutgoingMessage(phones, "hello"));
        var seen = new ArrayList<String>();
        for (var calls = outbox.claim(backend); !calls.isEmpty(); calls = outbox.claim(backend)) {
            assertThat(calls).hasSize(1);
            assertThat(calls.get(0).sms().identities()).hasSizeLessThanOrEqualTo(OutboxOn.BATCH);
            seen.addAll(calls.get(0).sms().identities());
        }
        assertThat(seen).isEqualTo(phones.stream().map(Connection::getIdentity).toList());
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void leavesOtherMessagesToOthers(TestDatabase database) {
        var outbox = new OutboxOn(database);
        var backend = backend(outbox, Sending.USUAL, Integer.MAX_VALUE);
        for (int i = 0; i < Claims.MESSAGES + 3; i++) {
            put(outbox, backend);
        }
        assertThat(outbox.claim(backend)).hasSize(Claims.MESSAGES);
        assertThat(outbox.claim(backend)).hasSize(3);
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void callsAGatewayForNoMorePhonesThanItTakesAtOnce(TestDatabase database) {
        var outbox = new OutboxOn(database);
        var backend = backend(outbox, Sending.USUAL, 1);
        outbox.put(new OutgoingMessage(phones(backend, 2), "hello"));

        assertThat(outbox.claim(backend))
                .hasSize(2)
                .allMatch(call -> call.sms().identities().size() == 1);
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void tellsTheBackendWhatIsAnswered(TestDatabase database) {
        var outbox = new OutboxOn(database);
        var backend = backend(outbox, Sending.USUAL, 1);
        var asked = asked(backend);
        outbox.receive(asked);
        var answer = asked.respond("pong");
        outbox.put(answer);

        var sms = outbox.claim(backend).get(0).sms();

        assertThat(sms.messageId()).isEqualTo(answer.id());
        assertThat(sms.text()).isEqualTo("pong");
        assertThat(sms.context()).isEqualTo(answer.context());
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void answersGoBeforeWhatNobodyAwaits(TestDatabase database) {
        var outbox = new OutboxOn(database);
        var backend = backend(outbox, Sending.USUAL, 1);
        outbox.put(new OutgoingMessage(phones(backend, 3), "to many"));
        var asked = asked(backend);
        outbox.receive(asked);
        outbox.put(asked.respond("to one"));

        assertThat(outbox.claim(backend))
                .extracting(call -> call.sms().text())
                .containsExactly("to one", "to many", "to many", "to many");
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void whoeverDiesOverATransmissionLosesItAndCannotHarmIt(TestDatabase database) {
        var outbox = new OutboxOn(database);
        var backend = backend(outbox, Sending.USUAL, 1);
        var message = put(outbox, backend);
        var dead = outbox.claim(backend).get(0);
        assertThat(outbox.claim(backend)).isEmpty();

        outbox.time(backend, Instant.now());
        var second = outbox.claim(backend).get(0);
        outbox.settle(backend, dead, failed(dead, SendFailure.REJECTED));
        assertThat(status(outbox, message)).isEqualTo(Status.PROCESSING);

        outbox.settle(backend, second, Outcome.sent(identity(second)));
        assertThat(status(outbox, message)).isEqualTo(Status.SENT);
        assertThat(outbox.transmissions(message).get(0).getAttempts()).isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void aLateSuccessCountsAllTheSame(TestDatabase database) {
        var outbox = new OutboxOn(database);
        var backend = backend(outbox, Sending.USUAL, 1);
        var message = put(outbox, backend);
        var slow = outbox.claim(backend).get(0);
        outbox.time(backend, Instant.now());
        outbox.claim(backend);

        outbox.settle(backend, slow, Outcome.sent(identity(slow)));

        assertThat(status(outbox, message)).isEqualTo(Status.SENT);
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void whatMayNotBeSentTwiceIsHeldIfSomebodyDiedOverIt(TestDatabase database) {
        var outbox = new OutboxOn(database);
        var backend = backend(outbox, HOLD, 1);
        outbox.put(new OutgoingMessage(phones(backend, 2), "hello"));
        var dead = outbox.claim(backend);
        assertThat(dead).as("no more than one call, for all that is taken on is held").hasSize(1);

        outbox.time(backend, Instant.now());
        var next = outbox.claim(backend);

        assertThat(next).hasSize(1);
        assertThat(identity(next.get(0))).isNotEqualTo(identity(dead.get(0)));
        assertThat(outbox.claim(backend)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void whatIsHeldIsGivenUpWhenNoReportComes(TestDatabase database) {
        var outbox = new OutboxOn(database);
        var impatient =
                new Sending(1, OptionalInt.empty(), Duration.ofSeconds(1), Duration.ZERO, false);
        var backend = backend(outbox, impatient, 1);
        var message = put(outbox, backend);
        outbox.claim(backend);
        outbox.time(backend, Instant.now());

        assertThat(outbox.claim(backend)).isEmpty();

        assertThat(status(outbox, message)).isEqualTo(Status.ERRORED);
        assertThat(outbox.message(message).getStatus()).isEqualTo(Status.ERRORED);
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void whatWasNotBegunIsGivenBack(TestDatabase database) {
        var outbox = new OutboxOn(database);
        var backend = backend(outbox, Sending.USUAL, 1);
        var message = put(outbox, backend);

        outbox.giveBack(outbox.claim(backend));

        assertThat(status(outbox, message)).isEqualTo(Status.QUEUED);
        assertThat(outbox.claim(backend)).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void aRateBoundsWhatIsSentInASecond(TestDatabase database) {
        var outbox = new OutboxOn(database);
        var slow =
                new Sending(1, OptionalInt.of(1), Duration.ofSeconds(1), Duration.ofHours(1), true);
        var backend = backend(outbox, slow, 1);
        outbox.put(new OutgoingMessage(phones(backend, 2), "hello"));

        assertThat(outbox.claim(backend)).hasSize(1);
        assertThat(outbox.state(backend).free(1, Instant.now().minusMillis(900))).isZero();
        assertThat(outbox.state(backend).free(1, Instant.now().plusSeconds(1))).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void whatAnEagerRouterStoresIsItsOwnToSend(TestDatabase database) {
        var outbox = new OutboxOn(database).eager();
        var backend = backend(outbox, Sending.USUAL, 1);
        var message = put(outbox, backend);

        assertThat(outbox.claim(backend)).isEmpty();
        assertThat(outbox.claim(backend, message)).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void whatIsForABackendThatIsNotConfiguredIsErroredAtOnce(TestDatabase database) {
        var outbox = new OutboxOn(database);
        var backend = backend(outbox, Sending.USUAL, 1);
        var batches =
                outbox.put(
                        new OutgoingMessage(
                                List.of(Some.connection("nobody"), Some.connection(backend.name())),
                                "hello"));

        assertThat(batches).extracting(Batch::backend).containsExactly(backend.name());
        var message = batches.get(0).message();
        assertThat(outbox.transmissions(message))
                .extracting(t -> t.getStatus() + " " + t.getProblem())
                .containsExactly("ERRORED no such backend is configured", "QUEUED null");
        assertThat(outbox.message(message).getStatus()).isEqualTo(Status.ERRORED);
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void anAnswerThatIsGivenForEverIsCutOff(TestDatabase database) {
        var outbox = new OutboxOn(database);
        var backend = backend(outbox, Sending.USUAL, 1);
        var asked = asked(backend);
        outbox.receive(asked);
        for (int i = 0; i < Loops.MOST; i++) {
            assertThat(outbox.put(asked.respond("pong"))).hasSize(1);
        }
        var last = asked.respond("pong");

        assertThat(outbox.put(last)).isEmpty();
        assertThat(outbox.put(new OutgoingMessage(List.of(asked.connection()), "pong")))
                .as("what is no answer is no loop")
                .hasSize(1);
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void manyPhonesAreStoredEachOnceInTheirOrder(TestDatabase database) {
        var outbox = new OutboxOn(database);
        var backend = backend(outbox, Sending.USUAL, 1);
        var phones = phones(backend, 1203);
        var message = outbox.put(new OutgoingMessage(phones, "hello")).get(0).message();

        assertThat(outbox.transmissions(message))
                .extracting(t -> t.getConnection().getIdentity())
                .isEqualTo(phones.stream().map(Connection::getIdentity).toList());
    }

    private static ConfiguredBackend backend(OutboxOn outbox, Sending sending, int phonesAtOnce) {
        return outbox.backend("b" + Some.text(), sending, phonesAtOnce);
    }

    private static long put(OutboxOn outbox, ConfiguredBackend backend) {
        return outbox.put(new OutgoingMessage(phones(backend, 1), "hello")).get(0).message();
    }

    private static List<Connection> phones(ConfiguredBackend backend, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Connection(backend.name(), Some.identity() + i))
                .toList();
    }

    private static IncomingMessage asked(ConfiguredBackend backend) {
        return new IncomingMessage(
                Some.connection(backend.name()), "ping", Map.of("external_id", Some.text()));
    }

    private static Outcome failed(Claim claim, SendFailure failure) {
        return Outcome.failed(identity(claim), failure, "no");
    }

    private static String identity(Claim claim) {
        return claim.sms().identities().get(0);
    }

    private static Status status(OutboxOn outbox, long message) {
        return outbox.transmissions(message).get(0).getStatus();
    }
}
