package org.rapidsms.router;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rapidsms.backend.ConfiguredBackend;
import org.rapidsms.backend.Outcome;
import org.rapidsms.backend.SendFailure;
import org.rapidsms.backend.Sending;
import org.rapidsms.backend.StatesOn;
import org.rapidsms.contact.Connection;
import org.rapidsms.message.IncomingMessage;
import org.rapidsms.message.OutgoingMessage;
import org.rapidsms.router.Traffic.Last;
import org.rapidsms.router.Traffic.Waiting;
import org.rapidsms.schema.TestDatabase;
import org.rapidsms.testing.Some;

/** What is told of a backend's traffic. */
class TrafficTest {

    private static final String DATABASES = "org.rapidsms.schema.TestDatabase#all";

    @ParameterizedTest
    @MethodSource(DATABASES)
    void nothingIsToldOfWhoNeverDidAnything(TestDatabase database) {
        assertThat(waiting(database, "nobody")).isEqualTo(new Waiting(0, null));
        assertThat(last(database, "nobody")).isEqualTo(Last.NOTHING);
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void whatWaitsIsCountedAnswersAndOthers(TestDatabase database) {
        var outbox = new OutboxOn(database);
        var backend = outbox.backend(Some.text(), Sending.USUAL, 1);
        var asked = new IncomingMessage(phone(backend), "ping");
        outbox.receive(asked);
        var before = Instant.now().minusSeconds(1);
        outbox.put(asked.respond("pong"));
        outbox.put(new OutgoingMessage(List.of(phone(backend), phone(backend)), "hello"));

        var waiting = waiting(database, backend.name());

        assertThat(waiting.count()).isEqualTo(3);
        assertThat(waiting.oldest()).isBetween(before, Instant.now());
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void theLastOfEachKindIsKnown(TestDatabase database) {
        var outbox = new OutboxOn(database);
        var backend = outbox.backend(Some.text(), Sending.USUAL, 1);
        var before = Instant.now().minusSeconds(1);
        outbox.receive(new IncomingMessage(phone(backend), "ping"));
        assertThat(last(database, backend.name()).in()).isAfter(before);
        assertThat(last(database, backend.name()).out()).isNull();

        send(outbox, backend, SendFailure.UNREACHABLE, "not there");
        send(outbox, backend, SendFailure.UNREACHABLE, "still not there");
        var last = last(database, backend.name());
        assertThat(last.out()).isNull();
        assertThat(last.problem()).isEqualTo("UNREACHABLE: still not there");
        assertThat(last.failed()).isAfter(before);

        outbox.put(new OutgoingMessage(List.of(phone(backend)), "hello"));
        var claim = outbox.claim(backend).get(0);
        outbox.settle(backend, claim, Outcome.sent(claim.sms().identities().get(0)));
        assertThat(last(database, backend.name()).out()).isAfter(before);
        assertThat(last(database, backend.name()).problem()).as("stays to be read").isNotNull();
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void aBackendThatIsStoppedHandsOverNothingAndLosesNothing(TestDatabase database) {
        var outbox = new OutboxOn(database);
        var backend = outbox.backend(Some.text(), Sending.USUAL, 1);
        var states = new StatesOn(database);
        var batch = outbox.put(new OutgoingMessage(List.of(phone(backend)), "hello")).get(0);

        states.stop(backend.name());
        assertThat(outbox.claim(backend)).isEmpty();
        assertThat(outbox.claim(backend, batch.message())).isEmpty();
        assertThat(waiting(database, backend.name()).count()).isEqualTo(1);

        outbox.open(backend);
        assertThat(outbox.claim(backend)).as("the server has started anew").isEmpty();

        states.start(backend.name());
        assertThat(outbox.claim(backend)).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void whatFailedIsTriedAtOnceWhenItsBackendIsStarted(TestDatabase database) {
        var outbox = new OutboxOn(database);
        var backend = outbox.backend(Some.text(), Sending.USUAL, 1);
        send(outbox, backend, SendFailure.MISCONFIGURED, "HTTP status 401");
        assertThat(outbox.claim(backend)).isEmpty();

        new StatesOn(database).start(backend.name());

        assertThat(outbox.claim(backend)).hasSize(1);
        new StatesOn(database).start(backend.name());
        assertThat(outbox.claim(backend)).as("it is on its way").isEmpty();
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void noMoreAreCountedThanAnybodyWantsToKnow(TestDatabase database) {
        var outbox = new OutboxOn(database);
        var backend = outbox.backend(Some.text(), Sending.USUAL, 1);
        var phones = Stream.generate(() -> phone(backend)).limit(Traffic.MOST + 5).toList();
        outbox.put(new OutgoingMessage(phones, "hello"));

        assertThat(waiting(database, backend.name()).count()).isEqualTo(Traffic.MOST + 1);
    }

    private static void send(
            OutboxOn outbox, ConfiguredBackend backend, SendFailure failure, String words) {
        outbox.put(new OutgoingMessage(List.of(phone(backend)), "hello"));
        var claim = outbox.claim(backend).get(0);
        var phone = claim.sms().identities().get(0);
        outbox.settle(backend, claim, Outcome.failed(phone, failure, words));
    }

    private static Connection phone(ConfiguredBackend backend) {
        return new Connection(backend.name(), Some.identity());
    }

    private static Waiting waiting(TestDatabase database, String backend) {
        return database.ask(
                entities -> {
                    var traffic = new Traffic();
                    traffic.entities = entities;
                    return traffic.waiting(backend);
                });
    }

    private static Last last(TestDatabase database, String backend) {
        return database.ask(
                entities -> {
                    var traffic = new Traffic();
                    traffic.entities = entities;
                    return traffic.last().getOrDefault(backend, Last.NOTHING);
                });
    }
}
