package org.rapidsms.app.echo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rapidsms.testing.Conversation;

/** Rows 260 to 263 of the conformance list. */
class EchoTest {

    private final Conversation phones = Conversation.with(new Echo(), new Ping());

    @Test
    void sendsBackWhatFollowsTheKeyword() {
        phones.goes(
                """
                1 > echo hello
                1 < hello
                2 > EcHo hello
                2 < hello
                1 > echo     hello
                1 < hello
                1 > ECHO: Salaam
                1 < Salaam
                """);
    }

    @Test
    void keepsTheSpacesAtTheEnd() {
        assertThat(new Echo().test("  echo hello  ")).contains(List.of("hello  "));
    }

    @Test
    void explainsItself() {
        phones.goes(
                """
                1 > echo
                1 < To echo some text, send: ECHO <ANYTHING>
                """);
    }

    @Test
    void answersPing() {
        phones.goes(
                """
                1 > ping
                1 < pong
                """);
    }

    @Test
    void leavesOtherTextsAlone() {
        phones.goes(
                """
                1 > hello
                1 > echoes of the past
                1 > PiNg
                1 > ping!
                1 > no match
                """);
        assertThat(new Ping().test("   ping")).isEmpty();
        assertThat(new Ping().test("ping   ")).isEmpty();
    }
}
