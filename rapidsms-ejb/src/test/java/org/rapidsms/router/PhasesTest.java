package org.rapidsms.router;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rapidsms.message.ErrorMessage;
import org.rapidsms.message.IncomingMessage;
import org.rapidsms.message.OutgoingMessage;
import org.rapidsms.message.Phase;
import org.rapidsms.message.Turn;
import org.rapidsms.message.Turn.Deed;
import org.rapidsms.testing.Some;

/** Rows 56 to 70 of the conformance list: what happens to a message from a phone. */
class PhasesTest {

    private final List<String> calls = new ArrayList<>();
    private final List<OutgoingMessage> sent = new ArrayList<>();
    private final RecordingApp a = new RecordingApp("A", calls);
    private final RecordingApp b = new RecordingApp("B", calls);
    private final Router router = new Router(List.of(a, b), sent::add);
    private final IncomingMessage message = Some.incomingMessage();

    @Test
    void walksAllAppsThroughOnePhaseBeforeTheNext() {
        receive();
        assertCalls(
                "A.filter B.filter A.parse B.parse A.handle B.handle A.default B.default A.cleanup B.cleanup");
    }

    @Test
    void asksNoOneElseOnceAMessageIsHandledAndCleansUp() {
        a.saysYesIn("handle");
        var routing = receive();
        assertCalls("A.filter B.filter A.parse B.parse A.handle A.cleanup B.cleanup");
        assertThat(message.handled()).isTrue();
        assertThat(routing.handledBy()).contains("A");
    }

    @Test
    void needsNoFallbackForAMessageThatTheLastAppHandled() {
        b.saysYesIn("handle");
        receive();
        assertCalls("A.filter B.filter A.parse B.parse A.handle B.handle A.cleanup B.cleanup");
    }

    @Test
    void asksNoOtherAppForAFallbackOnceOneHasIt() {
        a.saysYesIn("default");
        receive();
        assertCalls(
                "A.filter B.filter A.parse B.parse A.handle B.handle A.default A.cleanup B.cleanup");
        assertThat(message.handled()).isFalse();
    }

    @Test
    void forgetsAMessageThatIsFilteredOut() {
        a.saysYesIn("filter");
        receive();
        assertCalls("A.filter");
    }

    @Test
    void sendsWhatAFilterHasAnswered() {
        a.saysYesIn("filter").does("filter", m -> m.respond("you are blocked"));
        receive();
        assertThat(texts()).containsExactly("you are blocked");
    }

    @Test
    void anAppMayHandleAMessageBeforeItsTurn() {
        a.does("parse", IncomingMessage::markHandled);
        receive();
        assertCalls("A.filter B.filter A.parse B.parse A.handle B.handle A.cleanup B.cleanup");
    }

    @Test
    void goesOnWithoutAnAppThatFailsAndSendsWhatWasAnswered() {
        a.does("handle", m -> m.respond("r1")).failsIn("cleanup");
        var routing = receive();
        assertThat(calls).containsSubsequence("A.cleanup", "B.cleanup");
        assertThat(texts()).containsExactly("r1");
        assertThat(routing.failedApps()).containsExactly("A");
    }

    @Test
    void goesOnWithoutAnAppThatFailsInAnyPhase() {
        for (var phase : List.of("filter", "parse", "handle", "default", "cleanup")) {
            calls.clear();
            a.failsIn(phase);
            assertThat(router.receive(Some.incomingMessage()).failedApps()).contains("A");
            assertThat(calls).contains("B." + phase).endsWith("B.cleanup");
        }
    }

    @Test
    void goesOnWithoutAnAppThatOverflowsTheStack() {
        a.does("handle", this::forEver);
        assertThat(receive().failedApps()).containsExactly("A");
        assertThat(calls).contains("B.handle");
    }

    private void forEver(IncomingMessage m) {
        forEver(m);
    }

    @Test
    void sendsAnswersInTheirOrderAfterAllPhases() {
        a.does(
                "handle",
                m -> {
                    m.respond("r1");
                    m.respond("r2");
                    m.error("e3");
                });
        b.does("cleanup", m -> m.respond("r4"));
        receive();
        assertThat(texts()).containsExactly("r1", "r2", "e3", "r4");
        assertThat(sent.get(2)).isInstanceOf(ErrorMessage.class);
        assertThat(sent).allMatch(answer -> answer.inResponseTo().orElseThrow() == message);
        assertThat(calls.indexOf("B.cleanup")).isLessThan(calls.indexOf("B.outgoing"));
    }

    @Test
    void keepsIdAndFieldsOfAnAnswer() {
        a.does(
                "handle",
                m ->
                        m.respond(
                                new OutgoingMessage(
                                        "ID1",
                                        List.of(m.connection()),
                                        "r1",
                                        Map.of("a", "b"),
                                        m)));
        receive();
        assertThat(sent).singleElement().extracting(OutgoingMessage::id).isEqualTo("ID1");
        assertThat(sent.get(0).fields()).containsEntry("a", "b");
    }

    @Test
    void sendsWhatAnAppAnswersInItsOutgoingPhase() {
        a.does("handle", m -> m.respond("r1"));
        b.does(
                "outgoing",
                nothing -> {
                    if (message.responses().size() < 2) {
                        message.respond("r2");
                    }
                });
        receive();
        assertThat(texts()).containsExactly("r1", "r2");
    }

    @Test
    void remembersTheTurnsInWhichSomethingHappened() {
        a.does("parse", m -> m.changeText("other words")).does("default", m -> m.respond("never"));
        b.saysYesIn("handle").does("handle", m -> m.respond("r1")).failsIn("cleanup");
        assertThat(receive().trail())
                .containsExactly(
                        new Turn(Phase.PARSE, "A", Deed.CHANGED, 0),
                        new Turn(Phase.HANDLE, "B", Deed.HANDLED, 1),
                        new Turn(Phase.CLEANUP, "B", Deed.FAILED, 0));
    }

    @Test
    void remembersWhoHeldAMessageOrAnAnswerBack() {
        a.saysYesIn("filter").does("filter", m -> m.respond("you are blocked"));
        assertThat(receive().trail()).containsExactly(new Turn(Phase.FILTER, "A", Deed.DROPPED, 1));

        a.saysYesIn("outgoing").does("filter", m -> {}).does("default", m -> m.respond("sorry"));
        assertThat(router.receive(Some.incomingMessage()).trail())
                .containsExactly(
                        new Turn(Phase.FALLBACK, "A", Deed.ANSWERED, 1),
                        new Turn(Phase.OUTGOING, "A", Deed.DROPPED, 0));
    }

    @Test
    void anAnswerKnowsWhichAppGaveIt() {
        a.does("parse", m -> m.respond("early"));
        b.does(
                        "cleanup",
                        m -> router.send(new OutgoingMessage(List.of(), "by itself", Map.of(), m)))
                .does("default", m -> m.respond("late"));
        receive();
        assertThat(sent)
                .extracting(OutgoingMessage::text, answer -> answer.answeredBy().orElse(""))
                .containsExactly(tuple("by itself", "B"), tuple("early", "A"), tuple("late", "B"));
        assertThat(message.respond("too late").answeredBy()).isEmpty();
    }

    @Test
    void anAppThatHandlesBeforeItsTurnIsTheOneThatHandled() {
        b.does("parse", IncomingMessage::markHandled);
        assertThat(receive().handledBy()).contains("B");
    }

    private Routing receive() {
        return router.receive(message);
    }

    private List<String> texts() {
        return sent.stream().map(OutgoingMessage::text).toList();
    }

    private void assertCalls(String expected) {
        assertThat(String.join(" ", calls)).isEqualTo(expected);
    }
}
