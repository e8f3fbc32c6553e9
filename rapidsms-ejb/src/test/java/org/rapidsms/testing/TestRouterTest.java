package org.rapidsms.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rapidsms.app.App;
import org.rapidsms.app.Verdict;
import org.rapidsms.app.echo.Echo;
import org.rapidsms.contact.Connection;
import org.rapidsms.message.IncomingMessage;
import org.rapidsms.message.OutgoingMessage;

/** Rows 33 to 41 of the conformance list: the messaging API, on the kit's router. */
class TestRouterTest {

    private final TestRouter router = TestRouter.with(new Echo());

    @Test
    void sendsToOneOrToMany() {
        var one = Some.connection();
        var message = router.disablePhases().send("echo hello", one);
        assertThat(message.connections()).containsExactly(one);
        assertThat(router.outbound()).containsExactly(message);
        assertThat(router.sent()).isEmpty();
    }

    @Test
    void receivesWithFields() {
        var asked =
                new IncomingMessage(Some.connection(), "hi", Map.of("extra-field", "extra-value"));
        var message = router.disablePhases().receive(asked);
        assertThat(message.fields()).containsEntry("extra-field", "extra-value");
        assertThat(router.inbound()).containsExactly(message);
    }

    @Test
    void handsBackTheObjectThatItWasGiven() {
        class Sub extends IncomingMessage {
            Sub() {
                super(Some.connection(), "hi");
            }
        }
        Sub message = router.receive(new Sub());
        assertThat(message).isInstanceOf(Sub.class);
    }

    @Test
    void aMessageForNobodyIsProcessedAll() {
        assertThat(router.send("x", List.of()).processed()).isTrue();
    }

    @Test
    void looksUpTheSameConnectionForTheSameIdentity() {
        var found = router.lookupConnections("b", List.of("9", "9"));
        assertThat(found).hasSize(2);
        assertThat(found.get(0)).isSameAs(found.get(1));
    }

    @Test
    void takesIdentitiesAsTheyAre() {
        assertThat(router.lookupConnections("b", List.of(" 9 ", "")))
                .extracting(Connection::getIdentity)
                .containsExactly(" 9 ", "");
    }

    @Test
    void remembersWhatAnAppHasDropped() {
        var silent =
                new App() {
                    @Override
                    public Verdict outgoing(OutgoingMessage message) {
                        return Verdict.DROP;
                    }
                };
        var dropping = TestRouter.with(silent);
        var message = dropping.send("x", Some.connection());
        assertThat(dropping.outbound()).containsExactly(message);
        assertThat(dropping.sent()).isEmpty();
        assertThat(message.processed()).isFalse();
    }

    @Test
    void forgetsWhatWasSentWhenItIsTold() {
        router.receive("echo hi", "1");
        assertThat(router.sent()).hasSize(1);
        router.clearSent();
        assertThat(router.sent()).isEmpty();
    }

    @Test
    void someMakesSomethingElseEveryTime() {
        assertThat(Some.text()).hasSize(10).isNotEqualTo(Some.text());
        var scripts = Some.unicodeText(20);
        assertThat(scripts.codePoints().count()).isEqualTo(20);
        assertThat(Some.contact().defaultConnection()).isPresent();
        assertThat(Some.incomingMessage().id()).isNotEqualTo(Some.outgoingMessage().id());
    }
}
