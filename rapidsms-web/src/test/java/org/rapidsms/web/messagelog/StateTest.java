package org.rapidsms.web.messagelog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rapidsms.contact.Connection;
import org.rapidsms.message.IncomingMessage;
import org.rapidsms.message.Message;
import org.rapidsms.message.Phase;
import org.rapidsms.message.Status;
import org.rapidsms.message.Turn;

class StateTest {

    private final Message message =
            Message.incoming(
                    new IncomingMessage(new Connection("kannel", "256772000001"), "hello"),
                    null,
                    Instant.EPOCH);

    @Test
    void anIncomingMessageWaits() {
        assertThat(State.ofIncoming(message)).isEqualTo(State.QUEUED);
    }

    @Test
    void anAppHasHandledIt() {
        message.received("echo", Instant.EPOCH);

        assertThat(State.ofIncoming(message)).isEqualTo(State.HANDLED);
    }

    @Test
    void noAppHas() {
        message.received(null, Instant.EPOCH);

        assertThat(State.ofIncoming(message)).isEqualTo(State.NOT_UNDERSTOOD);
    }

    @Test
    void anAppHasHeldItBack() {
        message.received(null, Instant.EPOCH);
        message.went(List.of(new Turn(Phase.FILTER, "blocklist", Turn.Deed.DROPPED, 0)));

        assertThat(State.ofIncoming(message)).isEqualTo(State.FILTERED);
        assertThat(State.inLog()).doesNotContain(State.FILTERED);
    }

    @Test
    void anAppFailedOverIt() {
        message.errored("broken", Instant.EPOCH);

        assertThat(State.ofIncoming(message)).isEqualTo(State.ERROR);
    }

    @ParameterizedTest
    @CsvSource({
        "QUEUED,QUEUED",
        "PROCESSING,QUEUED",
        "SENT,SENT",
        "DELIVERED,DELIVERED",
        "ERRORED,FAILED"
    })
    void anOutgoingMessageIsQueuedUntilTheGatewayHasIt(Status transmission, State state) {
        assertThat(State.ofOutgoing(transmission)).isEqualTo(state);
    }
}
