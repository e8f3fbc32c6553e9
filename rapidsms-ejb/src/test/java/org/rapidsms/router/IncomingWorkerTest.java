package org.rapidsms.router;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rapidsms.app.App;
import org.rapidsms.backend.Sending;
import org.rapidsms.contact.Connection;
import org.rapidsms.message.IncomingMessage;
import org.rapidsms.message.Message;
import org.rapidsms.message.Status;
import org.rapidsms.schema.TestDatabase;
import org.rapidsms.testing.Some;

/** In which order stored messages are shown to the apps, and how often. */
class IncomingWorkerTest {

    private static final String DATABASES = "org.rapidsms.schema.TestDatabase#all";

    private final List<String> seen = new ArrayList<>();
    private TestDatabase database;
    private OutboxOn outbox;
    private Connection phone;

    @ParameterizedTest
    @MethodSource(DATABASES)
    void messagesOfAPhoneAreSeenInTheirOrder(TestDatabase on) {
        begin(on);
        int lane = receive("one", "two", "three");

        var rows = taken(lane);
        route(rows);

        assertThat(rows).hasSize(3);
        assertThat(seen).containsExactly("one", "two", "three");
        assertThat(taken(lane)).isEmpty();
        assertThat(rows).allMatch(row -> outbox.message(row.row()).getStatus() == Status.RECEIVED);
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void whatWasBegunAndNeverEndedComesAlone(TestDatabase on) {
        begin(on);
        int lane = receive("fatal");
        var fatal = taken(lane);
        receive("harmless");

        assertThat(taken(lane)).isEqualTo(fatal);
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void whatWasBegunTooOftenIsParkedAndTheOthersPass(TestDatabase on) {
        begin(on);
        int lane = receive("fatal");
        long fatal = taken(lane).get(0).row();
        taken(lane);
        taken(lane);
        receive("harmless");

        var rows = taken(lane);
        route(rows);

        assertThat(seen).containsExactly("harmless");
        var parked = outbox.message(fatal);
        assertThat(parked.getStatus()).isEqualTo(Status.ERRORED);
        assertThat(parked.getProblem()).isEqualTo("parked: begun 3 times and never ended");
        assertThat(outbox.transmissions(fatal).get(0).getStatus()).isEqualTo(Status.ERRORED);
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void whatWentWrongCanBeShownOnceMore(TestDatabase on) {
        begin(on);
        int lane = receive("boom");
        var rows = taken(lane);
        route(rows);
        var failed = outbox.message(rows.get(0).row());
        assertThat(failed.getStatus()).isEqualTo(Status.ERRORED);

        assertThat(again(failed)).isTrue();
        assertThat(again(failed)).as("it waits already").isFalse();

        assertThat(taken(lane)).isEqualTo(rows);
        assertThat(outbox.message(rows.get(0).row()).getProblem()).isNull();
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void whatAnEagerRouterStoresIsItsOwnToRoute(TestDatabase on) {
        begin(on);
        outbox.eager();
        assertThat(taken(receive("eager"))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void answersAreStoredWithWhatTheyAnswer(TestDatabase on) {
        begin(on);
        int lane = receive("ping");
        var batches = route(taken(lane));

        var answer = outbox.message(batches.get(0).message());
        assertThat(answer.getText()).isEqualTo("seen ping");
        assertThat(answer.getInResponseTo()).isNotNull();
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void whatAQueueBringsIsStoredAndRoutedAtOnceAndNeverTwice(TestDatabase on) {
        begin(on);
        var fields = Map.of("external_id", Some.text());

        var batches = receive(new IncomingMessage(phone, "once", fields));

        assertThat(seen).containsExactly("once");
        var answered = outbox.message(batches.get(0).message()).getInResponseTo().getId();
        assertThat(outbox.message(answered).getStatus()).isEqualTo(Status.RECEIVED);
        assertThat(receive(new IncomingMessage(phone, "once", fields))).isEmpty();
        assertThat(seen).containsExactly("once");
        assertThat(taken(Lane.of(outbox.transmissions(answered).get(0).getConnection().getId())))
                .as("nothing is left to the workers of lanes")
                .isEmpty();
    }

    private List<Batch> receive(IncomingMessage message) {
        return database.ask(entities -> outbox.worker(entities, new Witness()).receive(message));
    }

    private void begin(TestDatabase on) {
        database = on;
        seen.clear();
        outbox = new OutboxOn(on);
        var backend = outbox.backend("b" + Some.text(), Sending.USUAL, 1);
        phone = new Connection(backend.name(), Some.identity());
        // What other tests have left in the lanes is not ours.
        on.run(
                entities ->
                        entities.createQuery("update Message m set m.due = null").executeUpdate());
    }

    private int receive(String... texts) {
        int lane = -1;
        for (var text : texts) {
            lane = outbox.receive(new IncomingMessage(phone, text)).orElseThrow().lane();
        }
        return lane;
    }

    private List<Stored> taken(int lane) {
        return database.ask(entities -> outbox.inboxClaims(entities).begin(Set.of(lane)));
    }

    private List<Batch> route(List<Stored> rows) {
        return database.ask(entities -> outbox.worker(entities, new Witness()).routeAll(rows));
    }

    private boolean again(Message message) {
        return database.ask(
                entities -> outbox.inboxClaims(entities).again(message.getMessageId()).isPresent());
    }

    /** Remembers what it has seen, and fails over one word. */
    private final class Witness implements App {

        @Override
        public String name() {
            return "witness";
        }

        @Override
        public boolean handle(IncomingMessage message) {
            if (message.text().equals("boom")) {
                throw new IllegalStateException("at " + Instant.now());
            }
            seen.add(message.text());
            message.respond("seen " + message.text());
            return true;
        }
    }
}
