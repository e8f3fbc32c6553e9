package org.rapidsms.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rapidsms.admin.Companion;
import org.rapidsms.admin.Entry;
import org.rapidsms.admin.RefusedException;
import org.rapidsms.backend.DeliveryReport;
import org.rapidsms.backend.DeliveryReport.State;
import org.rapidsms.schema.TestDatabase;
import org.rapidsms.testing.Some;

/** What administrators may do to the history of messages. */
class MessageModelsTest {

    private static final String DATABASES = "org.rapidsms.schema.TestDatabase#all";

    private Message question;
    private Message answer;
    private Transmission asked;
    private Transmission told;

    private void store(TestDatabase database) {
        var phone = Some.connection();
        var incoming = new IncomingMessage(phone, "hi");
        var now = Instant.now();
        question = Message.incoming(incoming, null, now);
        answer = Message.outgoing(incoming.respond("ho"), question, now);
        asked = new Transmission(question, phone, now);
        told = new Transmission(answer, phone, now);
        told.processing(now, now);
        var sent = new DeliveryReport(answer.getMessageId(), "1", State.SENT, "\0ok");
        var report = new ReceivedReport("b", sent, told, now);
        database.run(
                e -> List.of(phone, question, answer, asked, told, report).forEach(e::persist));
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void aDeletedMessageTakesItsTransmissionsAndLeavesItsAnswers(TestDatabase database) {
        store(database);

        assertThat(
                        database.<List<Companion>>ask(
                                e ->
                                        messages(e)
                                                .alongWithDelete(
                                                        e.find(Message.class, question.getId()))))
                .containsExactly(
                        new Companion("along.transmissions", 1, false),
                        new Companion("along.answers", 1, false));
        database.run(e -> messages(e).delete(e.find(Message.class, question.getId())));

        assertThat(database.<Transmission>ask(e -> e.find(Transmission.class, asked.getId())))
                .isNull();
        assertThat(
                        database.<Message>ask(e -> e.find(Message.class, answer.getId()))
                                .getInResponseTo())
                .isNull();
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void aTransmissionThatWasLeftBehindIsSentAgainOrGivenUp(TestDatabase database) {
        store(database);

        correct(database, told, "QUEUED");
        assertThat(status(database, told)).isEqualTo(Status.QUEUED);
        correct(database, told, "ERRORED");

        var found = database.ask(e -> e.find(Transmission.class, told.getId()));
        assertThat(found.getProblem()).isEqualTo("gave up");
        assertThat(database.<Message>ask(e -> e.find(Message.class, answer.getId())).getStatus())
                .isEqualTo(Status.ERRORED);
        assertThatThrownBy(() -> correct(database, asked, "QUEUED"))
                .isInstanceOf(RefusedException.class);
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void aDeletedTransmissionLeavesItsReports(TestDatabase database) {
        store(database);

        assertThat(
                        database.<List<Companion>>ask(
                                e ->
                                        transmissions(e)
                                                .alongWithDelete(
                                                        e.find(Transmission.class, told.getId()))))
                .containsExactly(new Companion("along.reports", 1, false));
        database.run(e -> transmissions(e).delete(e.find(Transmission.class, told.getId())));

        var journeys = new Journeys();
        database.run(
                e -> {
                    journeys.entities = e;
                    assertThat(journeys.reports(answer.getMessageId(), 9))
                            .singleElement()
                            .satisfies(r -> assertThat(r.getTransmission()).isNull())
                            .satisfies(r -> assertThat(r.getWords()).isEqualTo("ok"));
                });
    }

    private static Status status(TestDatabase database, Transmission transmission) {
        return database.ask(e -> e.find(Transmission.class, transmission.getId())).getStatus();
    }

    private static void correct(TestDatabase database, Transmission transmission, String status) {
        var entry = new Entry(Map.of("status", List.of(status), "problem", List.of("gave up")));
        database.run(
                e ->
                        transmissions(e)
                                .edit(e.find(Transmission.class, transmission.getId()), entry));
    }

    private static MessageModel messages(EntityManager manager) {
        return new MessageModel() {
            {
                entities = manager;
            }
        };
    }

    private static TransmissionModel transmissions(EntityManager manager) {
        return new TransmissionModel() {
            {
                entities = manager;
            }
        };
    }
}
