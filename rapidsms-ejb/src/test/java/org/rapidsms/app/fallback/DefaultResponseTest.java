package org.rapidsms.app.fallback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rapidsms.app.App;
import org.rapidsms.app.echo.Ping;
import org.rapidsms.app.handlers.Handlers;
import org.rapidsms.message.ErrorMessage;
import org.rapidsms.testing.Conversation;
import org.rapidsms.testing.Some;
import org.rapidsms.testing.TestRouter;

/** Rows 255 to 259 and 70 of the conformance list. */
class DefaultResponseTest {

    @Test
    void answersWhatNobodyUnderstands() {
        Conversation.with(app("hello"))
                .goes(
                        """
                1 > asdf
                1 < hello
                """);
    }

    @Test
    void isSilentIfAnAppHasAnswered() {
        Conversation.with(new Handlers(new Ping()), app("hello"))
                .goes(
                        """
                1 > ping
                1 < pong
                1 > pingg
                1 < hello
                """);
    }

    @Test
    void namesTheProjectInBothSpellings() {
        Conversation.with(app("{project_name}, %(project_name)s!"))
                .goes(
                        """
                1 > asdf
                1 < world, world!
                """);
    }

    @Test
    void aPercentSignIsAPercentSign() {
        Conversation.with(app("100%"))
                .goes(
                        """
                1 > asdf
                1 < 100%
                """);
    }

    @Test
    void isSilentIfItIsSetToNothing() {
        Conversation.with(app("")).goes("1 > asdf");
    }

    @Test
    void answersWithAnErrorMessage() {
        var router = TestRouter.with(app("hello"));
        router.receive("asdf", "1");
        assertThat(router.sent()).hasOnlyElementsOfType(ErrorMessage.class);
    }

    @Test
    void isCalledDefault() {
        assertThat(app("hello").name()).isEqualTo("default");
    }

    @Test
    void answersInTheirLanguageUnlessItIsSet() {
        var message = Some.incomingMessage();
        message.answerIn(Locale.FRENCH);
        TestRouter.with(new DefaultResponse(Optional.empty(), "Santé")).receive(message);
        assertThat(message.responses())
                .singleElement()
                .hasToString("Désolé, Santé n'a pas compris votre message.");
    }

    private static App app(String template) {
        return new DefaultResponse(Optional.of(template), "world");
    }
}
