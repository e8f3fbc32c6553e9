package org.rapidsms.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rapidsms.contact.Connection;

/** Rows 25 to 27 of the conformance list, and what a message to phones promises besides. */
class OutgoingMessageTest {

    private final Connection phone = new Connection("mtn", "1");

    @Test
    void tellsBackendsWhatItAnswers() {
        var asked = new IncomingMessage(phone, "hi", Map.of("external_id", "ABCD1234"));
        assertThat(asked.respond("ho").context())
                .containsOnly(
                        Map.entry("in_response_to", asked.id()),
                        Map.entry("external_id", "ABCD1234"));
    }

    @Test
    void tellsBackendsNothingIfItAnswersNothing() {
        assertThat(new OutgoingMessage(List.of(phone), "hi").context()).isEmpty();
    }

    @Test
    void tellsNoBlankExternalId() {
        var asked = new IncomingMessage(phone, "hi", Map.of("external_id", " "));
        assertThat(asked.respond("ho").context()).containsOnlyKeys("in_response_to");
    }

    @Test
    void tellsNoExternalIdToSomebodyElse() {
        var asked = new IncomingMessage(phone, "hi", Map.of("external_id", "ABCD1234"));
        var answer = asked.respond("ho", List.of(new Connection("mtn", "2")));
        assertThat(answer.context()).containsOnlyKeys("in_response_to");
    }

    @Test
    void reachesEachPhoneOnce() {
        var other = new Connection("mtn", "2");
        var message = new OutgoingMessage(List.of(phone, other, phone), "hi");
        assertThat(message.connections()).containsExactly(phone, other);
    }

    @Test
    void mayBeForNobody() {
        assertThat(new OutgoingMessage(List.of(), "hi").connections()).isEmpty();
    }

    @Test
    void isNotProcessedBeforeTheAppsHaveSeenIt() {
        var message = new OutgoingMessage(List.of(phone), "hi");
        assertThat(message.processed()).isFalse();
        message.markProcessed();
        assertThat(message.processed()).isTrue();
    }

    @Test
    void mayBeChangedButNotToNull() {
        var message = new OutgoingMessage(List.of(phone), "hi");
        message.changeText("h\0o");
        assertThat(message).hasToString("ho");
        assertThatThrownBy(() -> message.changeText(null)).hasMessage("text");
    }
}
