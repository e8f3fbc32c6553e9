package org.rapidsms.router;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rapidsms.backend.ConfiguredBackend;
import org.rapidsms.backend.ConnectedBackend;
import org.rapidsms.backend.Outcome;
import org.rapidsms.backend.OutgoingSms;
import org.rapidsms.backend.Receiver;
import org.rapidsms.contact.Connection;
import org.rapidsms.message.OutgoingMessage;
import org.rapidsms.message.Status;
import org.rapidsms.schema.TestDatabase;
import org.rapidsms.testing.Some;

/** Texts of a backend that keeps a connection: handed over while there is one, else kept. */
class ConnectedSendingTest {

    private static final String DATABASES = "org.rapidsms.schema.TestDatabase#all";

    private final List<String> sent = new ArrayList<>();
    private OutboxOn outbox;
    private ConfiguredBackend backend;
    private Runnable whileItSends = () -> {};

    private final class Line implements ConnectedBackend {
        @Override
        public void connect(Receiver receiver) {}

        @Override
        public int phonesAtOnce() {
            return 1;
        }

        @Override
        public List<Outcome> send(OutgoingSms sms) {
            sent.addAll(sms.identities());
            whileItSends.run();
            return Outcome.allSent(sms);
        }
    }

    private long put(TestDatabase database, int phones) {
        outbox = new OutboxOn(database);
        backend = outbox.connected("b" + Some.text(), new Line());
        var to =
                IntStream.range(0, phones)
                        .mapToObj(i -> new Connection(backend.name(), "phone" + i))
                        .toList();
        return outbox.put(new OutgoingMessage(to, "hello")).get(0).message();
    }

    private List<String> states(long message) {
        return outbox.transmissions(message).stream()
                .map(t -> t.getStatus() + " " + t.getAttempts())
                .toList();
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void withoutAConnectionTheyWaitAndNoAttemptIsCounted(TestDatabase database) {
        long message = put(database, 1);

        outbox.sender().serve(backend.name(), () -> {});

        assertThat(sent).isEmpty();
        assertThat(outbox.claim(backend, message)).isEmpty();
        assertThat(states(message)).containsExactly(Status.QUEUED + " 0");
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void withOneTheyGoOut(TestDatabase database) {
        long message = put(database, 2);
        outbox.ready().add(backend);

        outbox.sender().serve(backend.name(), () -> {});

        assertThat(sent).containsExactly("phone0", "phone1");
        assertThat(states(message)).containsOnly(Status.SENT + " 1");
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void whenItEndsTheRestIsGivenBackAndSentByTheNext(TestDatabase database) {
        long message = put(database, 2);
        outbox.ready().add(backend);
        whileItSends = () -> outbox.ready().remove(backend);

        outbox.sender().serve(backend.name(), () -> {});

        assertThat(sent).containsExactly("phone0");
        assertThat(outbox.transmissions(message))
                .extracting(t -> t.getStatus())
                .containsExactly(Status.SENT, Status.QUEUED);

        outbox.ready().add(backend);
        outbox.sender().serve(backend.name(), () -> {});
        assertThat(sent).containsExactly("phone0", "phone1");
    }
}
