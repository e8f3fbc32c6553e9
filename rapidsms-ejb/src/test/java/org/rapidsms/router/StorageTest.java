package org.rapidsms.router;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rapidsms.backend.DeliveryReport;
import org.rapidsms.backend.DeliveryReport.State;
import org.rapidsms.backend.Sending;
import org.rapidsms.contact.Connection;
import org.rapidsms.message.IncomingMessage;
import org.rapidsms.message.Message;
import org.rapidsms.message.OutgoingMessage;
import org.rapidsms.message.Phase;
import org.rapidsms.message.ReceivedReport;
import org.rapidsms.message.Status;
import org.rapidsms.message.Transmission;
import org.rapidsms.message.Turn;
import org.rapidsms.schema.TestDatabase;
import org.rapidsms.testing.Some;

/** Rows 96 to 121 of the conformance list: inbox and transmissions, on real databases. */
class StorageTest {

    private static final String DATABASES = "org.rapidsms.schema.TestDatabase#all";

    @ParameterizedTest
    @MethodSource(DATABASES)
    void storesAMessageOnceByItsGatewaysId(TestDatabase database) {
        var fields = Map.of("external_id", Some.text());
        var phone = Some.connection();
        var first = put(database, new IncomingMessage(phone, "foo", fields));
        var second = put(database, new IncomingMessage(phone, "foo", fields));
        assertThat(first).isPresent();
        assertThat(second).isEmpty();
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void withoutAnIdTheSameTextOfAPhoneIsOneMessageForAsLongAsTheSettingsSay(
            TestDatabase database) {
        var outbox = new OutboxOn(database);
        outbox.backend("window", Duration.ofMinutes(1));
        outbox.backend("none", Duration.ZERO);
        var phone = Some.connection("window");
        assertThat(outbox.receive(new IncomingMessage(phone, "yes"))).isPresent();
        assertThat(outbox.receive(new IncomingMessage(phone, "yes"))).isEmpty();
        assertThat(outbox.receive(new IncomingMessage(phone, "Yes"))).isPresent();
        assertThat(outbox.receive(new IncomingMessage(Some.connection("window"), "yes")))
                .isPresent();

        var other = Some.connection("none");
        assertThat(outbox.receive(new IncomingMessage(other, "yes"))).isPresent();
        assertThat(outbox.receive(new IncomingMessage(other, "yes"))).isPresent();
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void storesAMessageQueuedWithOneTransmission(TestDatabase database) {
        var message =
                new IncomingMessage(
                        Some.connection(), "foo", Map.of("external_id", Some.text(), "k", "v"));
        var row = put(database, message).orElseThrow();
        database.run(
                entities -> {
                    var stored = entities.find(Message.class, row);
                    var transmission = transmissions(entities, row).get(0);
                    assertThat(stored.getStatus()).isEqualTo(Status.QUEUED);
                    assertThat(transmission.getStatus()).isEqualTo(Status.QUEUED);
                    var again = Inbox.take(stored, transmission);
                    assertThat(again.id()).isEqualTo(message.id());
                    assertThat(again.text()).isEqualTo("foo");
                    assertThat(again.connection()).isEqualTo(message.connection());
                    assertThat(again.fields()).isEqualTo(message.fields());
                });
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void sortsAMessageIntoABatchForEachBackend(TestDatabase database) {
        var message =
                new OutgoingMessage(
                        List.of(
                                Some.connection("b1"),
                                Some.connection("b2"),
                                Some.connection("b1")),
                        "hello");
        var batches = send(database, message);
        assertThat(batches).extracting(Batch::backend).containsExactly("b1", "b2");
        database.run(
                entities -> {
                    var row = entities.find(Message.class, batches.get(0).message());
                    assertThat(row.getStatus()).isEqualTo(Status.PROCESSING);
                    assertThat(transmissions(entities, row.getId()))
                            .hasSize(3)
                            .allMatch(t -> t.getStatus() == Status.QUEUED);
                });
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void movesATransmissionAsItIsReported(TestDatabase database) {
        var phone = Some.connection("b1");
        var message = new OutgoingMessage(List.of(phone), "hello");
        var batch = send(database, message).get(0);
        report(database, message.id(), phone, State.DELIVERED);
        report(database, message.id(), phone, State.SENT);
        report(database, "nobody knows", phone, State.FAILED);
        database.run(
                entities -> {
                    assertThat(entities.find(Message.class, batch.message()).getStatus())
                            .isEqualTo(Status.DELIVERED);
                    assertThat(transmissions(entities, batch.message()).get(0).getDelivered())
                            .isNotNull();
                });
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void everyReportIsKeptTwiceAndOfUnknownMessagesToo(TestDatabase database) {
        var phone = new Connection("b1", Some.text());
        var message = new OutgoingMessage(List.of(phone), "hello");
        send(database, message);
        report(database, message.id(), phone, State.SENT);
        report(database, message.id(), phone, State.SENT);
        report(database, "unknown " + phone.getIdentity(), phone, State.FAILED);

        database.run(
                entities ->
                        assertThat(
                                        entities.createQuery(
                                                        "select r from ReceivedReport r"
                                                                + " where r.identity = :i order by r.id",
                                                        ReceivedReport.class)
                                                .setParameter("i", phone.getIdentity())
                                                .getResultStream()
                                                .map(
                                                        r ->
                                                                r.getState()
                                                                        + " "
                                                                        + (r.getTransmission()
                                                                                != null)))
                                .containsExactly("SENT true", "SENT true", "ERRORED false"));
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void aMessageForNobodyIsDone(TestDatabase database) {
        var message = new OutgoingMessage(List.of(), "hello");
        assertThat(send(database, message)).isEmpty();
        database.run(
                entities ->
                        assertThat(
                                        entities.createQuery(
                                                        "select m.status from Message m where"
                                                                + " m.messageId = :id",
                                                        Status.class)
                                                .setParameter("id", message.id())
                                                .getSingleResult())
                                .isEqualTo(Status.DELIVERED));
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void remembersWhichAppGaveAnAnswerAndWhatTheAppsDid(TestDatabase database) {
        var asked = new IncomingMessage(Some.connection("b1"), "ping");
        var question = put(database, asked).orElseThrow();
        asked.turnOf("x".repeat(99) + "😀");
        var answer = send(database, asked.respond("pong")).get(0);
        var trail = List.of(new Turn(Phase.HANDLE, "a name", Turn.Deed.HANDLED, 1));
        database.run(
                entities -> {
                    var row = entities.find(Message.class, question);
                    row.went(trail);
                    row.received("handlers/ping", Instant.now());
                });
        database.run(
                entities -> {
                    var row = entities.find(Message.class, question);
                    assertThat(row.getTrail()).isEqualTo(trail);
                    assertThat(row.getHandledBy()).isEqualTo("handlers/ping");
                    assertThat(entities.find(Message.class, answer.message()).getAnsweredBy())
                            .isEqualTo("x".repeat(99));
                });
    }

    private static void report(
            TestDatabase database, String message, Connection phone, State state) {
        database.run(
                entities -> {
                    outbox(database)
                            .reports(entities)
                            .apply(
                                    "b1",
                                    new DeliveryReport(message, phone.getIdentity(), state, ""));
                });
    }

    private static Optional<Long> put(TestDatabase database, IncomingMessage message) {
        return outbox(database).receive(message).map(Stored::row);
    }

    private static List<Batch> send(TestDatabase database, OutgoingMessage message) {
        return outbox(database).put(message);
    }

    private static OutboxOn outbox(TestDatabase database) {
        var outbox = new OutboxOn(database);
        outbox.backend("b1", Sending.USUAL, 1);
        outbox.backend("b2", Sending.USUAL, 1);
        return outbox;
    }

    private static List<Transmission> transmissions(EntityManager entities, long message) {
        return entities.createQuery(
                        "select t from Transmission t where t.message.id = :m order by t.id",
                        Transmission.class)
                .setParameter("m", message)
                .getResultList();
    }
}
