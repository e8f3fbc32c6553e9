package org.rapidsms.router;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rapidsms.message.OutgoingMessage;
import org.rapidsms.testing.Some;

/** Rows 71 to 78 of the conformance list: what happens to a message to phones. */
class OutgoingPhaseTest {

    private final List<String> calls = new ArrayList<>();
    private final List<OutgoingMessage> sent = new ArrayList<>();
    private final RecordingApp a = new RecordingApp("A", calls);
    private final RecordingApp b = new RecordingApp("B", calls);
    private final Router router = new Router(List.of(a, b), sent::add);
    private final OutgoingMessage message = Some.outgoingMessage();

    @Test
    void meetsTheAppsBackwardsOnTheWayOut() {
        router.send(message);
        assertThat(calls).containsExactly("B.outgoing", "A.outgoing");
        assertThat(sent).containsExactly(message);
        assertThat(message.processed()).isTrue();
    }

    @Test
    void doesNotSendWhatAnAppDrops() {
        b.saysYesIn("outgoing");
        router.send(message);
        assertThat(calls).containsExactly("B.outgoing");
        assertThat(sent).isEmpty();
        assertThat(message.processed()).isFalse();
    }

    @Test
    void goesOnWithoutAnAppThatFails() {
        b.failsIn("outgoing");
        var routing = router.send(message);
        assertThat(calls).containsExactly("B.outgoing", "A.outgoing");
        assertThat(sent).containsExactly(message);
        assertThat(routing.failedApps()).containsExactly("B");
    }

    @Test
    void aMessageForNobodyMeetsTheAppsToo() {
        router.send(new OutgoingMessage(List.of(), "x"));
        assertThat(calls).containsExactly("B.outgoing", "A.outgoing");
        assertThat(sent).hasSize(1);
    }
}
