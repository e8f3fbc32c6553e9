package org.rapidsms.app.handlers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rapidsms.app.BaseHandler;
import org.rapidsms.app.PatternHandler;
import org.rapidsms.app.echo.Echo;
import org.rapidsms.app.echo.Ping;
import org.rapidsms.message.IncomingMessage;
import org.rapidsms.testing.Conversation;
import org.rapidsms.testing.Some;

/** Rows 55 and 243 to 253 of the conformance list. */
class HandlersTest {

    private static final BaseHandler ECHO = new Echo();
    private static final BaseHandler PING = new Ping();

    @Test
    void withoutHandlersNothingIsHandled() {
        var message = Some.incomingMessage();
        assertThat(new Handlers(new BaseHandler[0]).handle(message)).isFalse();
        assertThat(message.responses()).isEmpty();
    }

    @Test
    void asksOneAfterTheOtherUpToTheFirstThatFeelsMeant() {
        var other =
                new PatternHandler("p") {
                    @Override
                    protected void handle(IncomingMessage message, List<String> groups) {
                        message.respond("other");
                    }
                };
        Conversation.with(new Handlers(ECHO, PING, other)).goes("1 > ping\n1 < pong");
        Conversation.with(new Handlers(other, PING)).goes("1 > ping\n1 < other");
    }

    @Test
    void answersAreKnownByTheHandlerThatGaveThem() {
        var message = Some.incomingMessage();
        message.changeText("ping");
        var handlers = new Handlers(ECHO, PING);
        assertThat(handlers.asks()).containsExactly("echo", "ping");
        assertThat(handlers.handle(message)).isTrue();
        assertThat(message.responses().get(0).answeredBy()).contains("handlers/ping");
    }

    @Test
    void theSettingNamesThemInOrder() {
        var all = List.of(ECHO, PING);
        assertThat(Handlers.listed("ping, echo", all)).containsExactly(PING, ECHO);
        assertThat(Handlers.listed("ping", all)).containsExactly(PING);
    }

    @Test
    void theSettingMayNameNone() {
        assertThat(Handlers.listed("none", List.of(ECHO, PING))).isEmpty();
    }

    @Test
    void theSettingMayNotNameWhatIsNotThere() {
        assertThatThrownBy(() -> Handlers.listed("ping, pong", List.of(ECHO, PING)))
                .hasMessage(
                        "rapidsms.handlers names pong, but the handlers that are here are [echo, ping]");
    }
}
