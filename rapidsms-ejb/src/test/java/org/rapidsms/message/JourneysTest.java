package org.rapidsms.message;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rapidsms.contact.Connection;
import org.rapidsms.schema.TestDatabase;
import org.rapidsms.testing.Some;

/** What is told of one message, on real databases. */
class JourneysTest {

    private static final String DATABASES = "org.rapidsms.schema.TestDatabase#all";

    private final Connection one = Some.connection();
    private final Connection two = Some.connection();
    private final IncomingMessage asked = new IncomingMessage(one, "ping");
    private final OutgoingMessage told = new OutgoingMessage(List.of(one, two), "pong");

    @ParameterizedTest
    @MethodSource(DATABASES)
    void knowsQuestionAndAnswers(TestDatabase database) {
        store(database);
        database.run(
                entities -> {
                    var answer = journeys(entities).find(told.id()).orElseThrow();
                    assertThat(answer.getInResponseTo().getMessageId()).isEqualTo(asked.id());
                    assertThat(journeys(entities).answers(asked.id(), 9)).containsExactly(answer);
                    assertThat(journeys(entities).answers(told.id(), 9)).isEmpty();
                    assertThat(journeys(entities).find("no such message")).isEmpty();
                    assertThat(journeys(entities).byName(List.of(told.id(), "", "no such message")))
                            .containsOnly(Map.entry(told.id(), answer));
                    assertThat(journeys(entities).byName(List.of())).isEmpty();
                });
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void countsAndListsItsTransmissions(TestDatabase database) {
        store(database);
        database.run(
                entities -> {
                    assertThat(journeys(entities).count(told.id()))
                            .isEqualTo(Map.of(Status.QUEUED, 1L, Status.SENT, 1L));
                    var newest = journeys(entities).before(told.id(), Long.MAX_VALUE, 1).get(0);
                    assertThat(newest.getConnection()).isEqualTo(two);
                    var rest = journeys(entities).before(told.id(), newest.getId(), 9);
                    assertThat(rest).extracting(Transmission::getConnection).containsExactly(one);
                    assertThat(journeys(entities).after(told.id(), 0, 9)).hasSize(2);
                    assertThat(journeys(entities).oldestQueued())
                            .hasValueSatisfying(since -> assertThat(since).isBefore(Instant.now()));
                });
    }

    private void store(TestDatabase database) {
        var now = Instant.now();
        var question = Message.incoming(asked, null, now);
        var answer = Message.outgoing(told, question, now);
        var first = new Transmission(answer, one, now);
        first.sent(null, now);
        var second = new Transmission(answer, two, now);
        database.run(
                entities ->
                        Stream.of(one, two, question, answer, first, second)
                                .forEach(entities::persist));
    }

    private static Journeys journeys(EntityManager entities) {
        var journeys = new Journeys();
        journeys.entities = entities;
        return journeys;
    }
}
