package org.rapidsms.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rapidsms.contact.Connection;

/** The life of a transmission, and of the message that it belongs to. */
class TransmissionTest {

    private static final Instant NOW = Instant.EPOCH;

    private final Connection phone = new Connection("mtn", "1");
    private final OutgoingMessage hello = new OutgoingMessage(List.of(phone), "hello");
    private final Message message = Message.outgoing(hello, null, NOW);
    private final Transmission transmission = new Transmission(message, phone, NOW);

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "'',                            QUEUED",
        "processing,                    PROCESSING",
        "processing sent,               SENT",
        "processing sent delivered,     DELIVERED",
        "processing delivered,          DELIVERED",
        "processing delivered sent,     DELIVERED",
        "processing sent sent,          SENT",
        "processing sent processing,    SENT",
        "processing sent errored,       ERRORED",
        "processing errored,            ERRORED",
        "processing errored sent,       ERRORED",
        "processing errored delivered,  DELIVERED",
        "processing delivered errored,  DELIVERED",
    })
    void reportsNeverLeadBackwards(String story, Status end) {
        for (var chapter : story.split(" ")) {
            switch (chapter) {
                case "processing" -> transmission.processing(NOW, NOW);
                case "sent" -> transmission.sent(null, NOW);
                case "delivered" -> transmission.delivered(NOW);
                case "errored" -> transmission.errored("number not in service", NOW);
                default -> assertThat(chapter).isEmpty();
            }
        }
        assertThat(transmission.getStatus()).isEqualTo(end);
    }

    @Test
    void keepsWhatTheGatewayCallsIt() {
        transmission.sent("gw-1", NOW);
        transmission.sent(null, NOW.plusSeconds(9));
        assertThat(transmission.getExternalId()).isEqualTo("gw-1");
        assertThat(transmission.getSent()).isEqualTo(NOW);
    }

    @Test
    void keepsWhatWentWrongUntilItArrivesAllTheSame() {
        transmission.errored("number not in service", NOW);
        assertThat(transmission.getProblem()).isEqualTo("number not in service");
        transmission.delivered(NOW);
        assertThat(transmission.getProblem()).isNull();
    }

    @Test
    void isCalledByNumberAndStatus() {
        assertThat(transmission).hasToString("null: Queued");
    }

    @Test
    void aLongMessageIsCalledByItsFirst60Characters() {
        var row = Message.outgoing(new OutgoingMessage(List.of(), "😀".repeat(80)), null, NOW);
        assertThat(row).hasToString("😀".repeat(60));
        assertThat(message).hasToString("hello");
    }

    @Test
    void anIncomingMessageIsReceivedOrErrored() {
        var row = Message.incoming(new IncomingMessage(phone, "hi"), null, NOW);
        assertThat(row.getStatus()).isEqualTo(Status.QUEUED);
        row.received("echo", NOW);
        assertThat(row.getStatus()).isEqualTo(Status.RECEIVED);
        assertThat(row.getHandledBy()).isEqualTo("echo");
        row.errored("failed: echo", NOW);
        assertThat(row.getStatus()).isEqualTo(Status.ERRORED);
        assertThat(row.getProblem()).isEqualTo("failed: echo");
    }
}
