package org.rapidsms.testing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rapidsms.app.App;
import org.rapidsms.app.echo.Ping;
import org.rapidsms.contact.Connection;
import org.rapidsms.message.IncomingMessage;

/** Rows 345 to 352 of the conformance list, and that a conversation can fail. */
class ConversationTest {

    private static final App ECHO =
            answering(
                    message ->
                            message.respond(
                                    message.connection().getIdentity() + ": " + message.text()));

    private static final App TWICE =
            answering(
                    message -> {
                        message.respond("r1 " + message.text());
                        message.respond("r2 " + message.text());
                    });

    private static App answering(java.util.function.Consumer<IncomingMessage> answer) {
        return new App() {
            @Override
            public boolean handle(IncomingMessage message) {
                answer.accept(message);
                return true;
            }
        };
    }

    @Test
    void passesIfAllIsSaid() {
        Conversation.with(ECHO)
                .goes(
                        """
                2345678901 > echo?
                2345678901 < 2345678901: echo?
                """);
    }

    @Test
    void severalAnswersComeInAnyOrder() {
        Conversation.with(TWICE)
                .goes(
                        """
                1 > a
                1 < r2 a
                1 < r1 a
                """);
    }

    @Test
    void anAnswerThatIsLeftOverFailsAtTheNextText() {
        fails(TWICE, "1 > a\n1 < r1 a\n1 > b\n1 < r1 b", "not in the script", "1 > a", "r2 a");
    }

    @Test
    void anAnswerThatIsLeftOverFailsAtTheEnd() {
        fails(TWICE, "1 > a\n1 < r1 a", "not in the script", "r2 a");
    }

    @Test
    void anAnswerToSomebodyElseFails() {
        fails(ECHO, "1 > a\n2 < 1: a", "expected: 2 < 1: a", "but was:  1 < 1: a");
    }

    @Test
    void anotherTextFails() {
        fails(ECHO, "1 > a\n1 < b", "expected: 1 < b", "but was:  1 < 1: a");
    }

    @Test
    void whoSaidSomethingElseIsTold() {
        var conversation = Conversation.with(new Ping());
        assertThatThrownBy(() -> conversation.goes("1 > ping\n1 < pang"))
                .hasMessageContaining("1 < pong   (by handlers/ping)");
    }

    @Test
    void silenceFails() {
        fails(new App() {}, "1 > a\n1 < b", "Message was ignored.", "1 > a", "1 < b");
    }

    @Test
    void oneMessageToManyIsSaidToEach() {
        var all =
                answering(
                        message ->
                                message.respond(
                                        "hi",
                                        List.of(
                                                new Connection(Some.BACKEND, "1"),
                                                new Connection(Some.BACKEND, "2"))));
        Conversation.with(all)
                .goes(
                        """
                1 > a
                1 < hi
                2 < hi
                """);
    }

    @Test
    void skipsCommentsEmptyLinesAndTimes() {
        Conversation.with(ECHO)
                .goes(
                        """
                # c

                1@201301020304 > a > b
                1 < 1: a > b
                """);
    }

    @Test
    void aLineWithoutArrowIsAMistake() {
        var conversation = Conversation.with(ECHO);
        assertThatThrownBy(() -> conversation.goes("1 says a"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 says a");
    }

    private static void fails(App app, String script, String... told) {
        var conversation = Conversation.with(app);
        assertThatThrownBy(() -> conversation.goes(script))
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll(told);
    }
}
