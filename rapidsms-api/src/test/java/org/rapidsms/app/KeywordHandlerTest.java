package org.rapidsms.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapidsms.app.KeywordHandler.Boundary;
import org.rapidsms.message.IncomingMessage;

/** Rows 215 to 233 and 273 of the conformance list. */
class KeywordHandlerTest {

    private final BaseHandler hello = new Hello("hello", Boundary.SEPARATOR);

    private static class Hello extends KeywordHandler {

        Hello(String keyword, Boundary boundary) {
            super(keyword, boundary);
        }

        @Override
        protected void handle(IncomingMessage message, String rest) {
            message.respond("[" + rest + "]");
        }

        @Override
        protected void help(IncomingMessage message) {
            message.respond("help");
        }
    }

    @ParameterizedTest(name = "[{0}]")
    @ValueSource(strings = {"no match", "xhello", "say hello", "helloworld", "hello5", "hell", ""})
    void isNotMeantBy(String text) {
        assertThat(hello.test(text)).isEmpty();
    }

    @ParameterizedTest(name = "[{0}]")
    @ValueSource(
            strings = {"hello", "hello ", "hello      ", "HeLLo", "  hello", "hello,", "hello\n"})
    void explainsItselfIfThereIsNoRest(String text) {
        assertThat(hello.test(text)).contains(List.of("help"));
    }

    @ParameterizedTest(name = "[{0}] has rest {1}")
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "'hello,world','[world]'",
                "'hello:world','[world]'",
                "'hello;world','[world]'",
                "'hello;,:,:world','[world]'",
                "'hello            world','[world]'",
                "'hello world     ','[world     ]'",
                "'  HELLO world','[world]'",
                "'hello x , : ; sdf    ,:   ','[x , : ; sdf    ,:   ]'",
            })
    void hearsTheRest(String text, String answer) {
        assertThat(hello.test(text)).contains(List.of(answer));
    }

    @Test
    void hearsAllLines() {
        assertThat(hello.test("hello x \n y \n z")).contains(List.of("[x \n y \n z]"));
        assertThat(hello.test("hello world\n")).contains(List.of("[world\n]"));
    }

    @Test
    void takesTheSpacesOfAllScriptsForSpaces() {
        assertThat(hello.test("\u00A0hello\u00A0\u2003world")).contains(List.of("[world]"));
    }

    @Test
    void doesNotFindItselfInLongerWords() {
        var register = new Hello("register|reg|join", Boundary.SEPARATOR);
        assertThat(register.test("regards to you")).isEmpty();
        assertThat(register.test("reg Ann")).contains(List.of("[Ann]"));
        assertThat(register.test("JOIN Ann")).contains(List.of("[Ann]"));
    }

    @Test
    void findsItselfInLongerWordsIfItIsToldTo() {
        var report = new Hello("r", Boundary.NONE);
        assertThat(report.test("r5")).contains(List.of("[5]"));
        assertThat(report.test("r 5")).contains(List.of("[5]"));
        assertThat(report.test("r")).contains(List.of("help"));
    }

    @Test
    void takesSpacesAndSignsInAKeywordAsTheyAre() {
        var signUp = new Hello("sign up", Boundary.SEPARATOR);
        assertThat(signUp.test("sign up x")).contains(List.of("[x]"));
        assertThat(signUp.test("signup x")).isEmpty();
        assertThat(new Hello("#1", Boundary.SEPARATOR).test("#1 x")).contains(List.of("[x]"));
    }

    @Test
    void groupsInAKeywordDoNoHarm() {
        var handler = new Hello("(re)?start", Boundary.SEPARATOR);
        assertThat(handler.test("restart x")).contains(List.of("[x]"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "("})
    void refusesToBeMadeWithout(String keyword) {
        assertThatThrownBy(() -> new Hello(keyword, Boundary.SEPARATOR))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(keyword.isBlank() ? "must define a keyword" : keyword);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "num abc, abc",
        "num 1.5, 1.5",
        "num 99999999999, 99999999999",
        "num o'clock, o'clock"
    })
    void saysWhichTextIsNoNumber(String text, String number) {
        var handler =
                new Hello("num", Boundary.SEPARATOR) {
                    @Override
                    protected void handle(IncomingMessage message, String rest) {
                        message.respond("" + Integer.parseInt(rest));
                    }
                };
        assertThat(handler.test(text)).contains(List.of("Not a valid number: " + number));
        assertThat(handler.test("num 12")).contains(List.of("12"));
    }

    @Test
    void saysWhatIsNotThere() {
        var handler =
                new Hello("who", Boundary.SEPARATOR) {
                    @Override
                    protected void handle(IncomingMessage message, String rest) {
                        throw new NoSuchElementException("There is no contact " + rest + ".");
                    }
                };
        assertThat(handler.test("who dne")).contains(List.of("There is no contact dne."));
    }

    @Test
    void leavesOtherFailuresToTheRouter() {
        var handler =
                new Hello("boom", Boundary.SEPARATOR) {
                    @Override
                    protected void help(IncomingMessage message) {
                        throw new IllegalStateException("boom");
                    }
                };
        assertThatThrownBy(() -> handler.test("boom")).hasMessage("boom");
    }
}
