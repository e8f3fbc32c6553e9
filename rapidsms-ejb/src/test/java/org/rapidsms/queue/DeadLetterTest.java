package org.rapidsms.queue;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.JMSException;
import jakarta.jms.MapMessage;
import jakarta.jms.Message;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapidsms.contact.Connection;
import org.rapidsms.message.IncomingMessage;

/** What is known of a dead letter, and how a queue keeps a message. */
class DeadLetterTest {

    private static final String ID = "ID:58b94474-e5d4-11f1-884b-02fc00000001";

    private final IncomingMessage message =
            new IncomingMessage(
                    "0123", new Connection("mtn", "256772"), "Hello", Map.of("external_id", "7"));

    @Test
    void aMessageIsKeptWholeAndUnderItsName() throws JMSException {
        message.fields().put("not a text", 7);

        var again = KeptMessage.read(map(KeptMessage.of(message), Map.of()));

        assertThat(again.id()).isEqualTo("0123");
        assertThat(again.connection()).isEqualTo(message.connection());
        assertThat(again.text()).isEqualTo("Hello");
        assertThat(again.fields()).isEqualTo(Map.of("external_id", "7"));
    }

    @Test
    void aMessageThatWasParkedTellsAllThatIsKnown() {
        var said = new HashMap<String, Object>();
        said.put(DeadLetter.QUEUE, "rapidsms.inbox");
        said.put(DeadLetter.ATTEMPTS, 5);
        said.put(DeadLetter.WHY, "spoiled");
        said.put(DeadLetter.CAME, 86_400_000L);

        assertThat(DeadLetter.of(map(KeptMessage.of(message), said)))
                .isEqualTo(
                        new DeadLetter(
                                ID,
                                Instant.parse("1970-01-02T00:00:00Z"),
                                "mtn",
                                "256772",
                                "Hello",
                                "rapidsms.inbox",
                                5,
                                "spoiled"));
    }

    @Test
    void aDoorbellThatTheBrokerGaveUpTellsWhatItHolds() {
        var letter =
                DeadLetter.of(
                        map(
                                Map.of("lane", 3, "at", "night"),
                                Map.of("_AMQ_ORIG_QUEUE", "jms.queue.rapidsms.incoming")));

        assertThat(letter.text()).isEqualTo("at: night, lane: 3");
        assertThat(letter.queue()).isEqualTo("rapidsms.incoming");
        assertThat(letter.isReturnable()).isTrue();
    }

    @Test
    void aLetterOfWhichNothingCanBeReadIsShownAllTheSame() {
        var letter =
                DeadLetter.of(
                        (Message)
                                Proxy.newProxyInstance(
                                        Message.class.getClassLoader(),
                                        new Class<?>[] {MapMessage.class},
                                        (proxy, method, arguments) -> {
                                            throw new JMSException("unreadable");
                                        }));

        assertThat(letter).isEqualTo(new DeadLetter("", null, "", "", "", "", 0, ""));
        assertThat(letter.isReturnable()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ID:", "ID:' or 1=1 --", "x", "ID:a'b"})
    void nothingButAnIdIsAskedFor(String id) {
        assertThat(DeadLetter.isId(id)).isFalse();
        assertThat(DeadLetter.isId(ID)).isTrue();
    }

    /** A letter as a broker gives it: of the broker nothing is needed but what it hands over. */
    private static MapMessage map(Map<String, Object> entries, Map<String, Object> properties) {
        return (MapMessage)
                Proxy.newProxyInstance(
                        MapMessage.class.getClassLoader(),
                        new Class<?>[] {MapMessage.class},
                        (proxy, method, arguments) ->
                                switch (method.getName()) {
                                    case "getJMSMessageID" -> ID;
                                    case "getJMSTimestamp" -> 1000L;
                                    case "getMapNames" -> Collections.enumeration(entries.keySet());
                                    case "getString", "getObject" -> entries.get(arguments[0]);
                                    default -> properties.get(arguments[0]);
                                });
    }
}
