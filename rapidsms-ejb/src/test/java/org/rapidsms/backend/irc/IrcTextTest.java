package org.rapidsms.backend.irc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapidsms.testing.Some;

/** Texts in lines: what a line holds, and where it is broken. */
class IrcTextTest {

    private static final int MOST = 400;

    @ParameterizedTest
    @ValueSource(strings = {"x", "é", "ሰ", "😀"})
    void noLineIsTooLongAndNoCharacterIsBroken(String letter) {
        var text = letter.repeat(1000);

        var lines = IrcText.lines("alice: ", text, MOST);

        assertThat(lines)
                .allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= MOST)
                .allMatch(line -> line.startsWith("alice: "));
        assertThat(String.join("", lines).replace("alice: ", "")).isEqualTo(text);
    }

    @Test
    void aLineIsBrokenAtASpace() {
        assertThat(IrcText.lines("", "one two three", 7)).containsExactly("one two", "three");
        assertThat(IrcText.lines("", "one two three", 6)).containsExactly("one", "two", "three");
    }

    @Test
    void anyTextComesThrough() {
        var text = Some.unicodeText(500);
        assertThat(String.join("", IrcText.lines("", text, MOST))).isEqualTo(text);
    }
}
