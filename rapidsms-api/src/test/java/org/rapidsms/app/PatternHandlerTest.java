package org.rapidsms.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapidsms.message.IncomingMessage;

/** Rows 235 to 241 of the conformance list, and what a phone could do to a regular expression. */
class PatternHandlerTest {

    private final BaseHandler sum = new Groups("^(\\d+) plus (\\d+)$");

    private static class Groups extends PatternHandler {

        Groups(String pattern) {
            super(pattern);
        }

        @Override
        protected void handle(IncomingMessage message, List<String> groups) {
            message.respond(String.join("+", groups.stream().map(String::valueOf).toList()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 plus 2", "1 PLUS 2", "1 plus 2\n"})
    void isMeantBy(String text) {
        assertThat(sum.test(text)).contains(List.of("1+2"));
    }

    @ParameterizedTest(name = "[{0}]")
    @ValueSource(
            strings = {"  1 plus 2", "1 plus 2  ", "1    plus 2", "1 plus 2\n\n", "1 plus 2\r"})
    void isNotMeantBy(String text) {
        assertThat(sum.test(text)).isEmpty();
    }

    @Test
    void looksAtTheBeginningOnly() {
        var plus = new Groups("plus");
        assertThat(plus.test("plus and more")).contains(List.of(""));
        assertThat(plus.test("1 plus")).isEmpty();
    }

    @Test
    void knowsTheDigitsSpacesAndLettersOfAllScripts() {
        assertThat(sum.test("٤ plus ٧")).contains(List.of("٤+٧"));
        assertThat(new Groups("(\\w+)\\s(\\w+)").test("ሰላም\u00A0दुनिया"))
                .contains(List.of("ሰላም+दुनिया"));
        assertThat(new Groups("([\\d-]+)\\D").test("٤-٧x")).contains(List.of("٤-٧"));
    }

    @Test
    void aGroupThatTakesNoPartIsNull() {
        assertThat(new Groups("(a)|(b)").test("b")).contains(List.of("null+b"));
    }

    @Test
    void takesBracketsAsTheyAre() {
        assertThat(new Groups("([\\]a]+)").test("]a]")).contains(List.of("]a]"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "(", "(a)\\1", "(?=a)"})
    void refusesToBeMadeWith(String pattern) {
        assertThatThrownBy(() -> new Groups(pattern)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Each of these hangs the JDK's own regular expressions, or overflows their stack. */
    @ParameterizedTest
    @ValueSource(
            strings = {"^(.*)(.*)(.*)(.*)(.*)[^a]$", "^((a|b|c)*)$x", "^(a+)+$x", "^((a*)*)*b"})
    void noTextCanHangIt(String pattern) {
        assertThat(new Groups(pattern).test("a".repeat(20_000))).isEmpty();
    }

    @Test
    void aBaseHandlerAnswersWhatItIsToldTo() {
        var twice =
                new BaseHandler() {
                    @Override
                    public boolean dispatch(IncomingMessage message) {
                        message.respond("xxx");
                        message.respond("yyy");
                        return true;
                    }
                };
        assertThat(twice.test("anything")).contains(List.of("xxx", "yyy"));
    }
}
