package org.rapidsms.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rapidsms.contact.Connection;
import org.rapidsms.contact.Contact;

/** Rows 13 to 24 of the conformance list. */
class IncomingMessageTest {

    private final Connection phone = new Connection("mtn", "1");

    @Test
    void keepsTheFieldsThatItIsMadeWith() {
        var message = new IncomingMessage(phone, "hi", Map.of("extra-field", "extra-value"));
        assertThat(message.fields()).containsEntry("extra-field", "extra-value");
    }

    @Test
    void mayBeEmptyButNotNull() {
        var message = new IncomingMessage(phone, "");
        assertThat(message.text()).isEmpty();
        assertThat(message.fields()).isEmpty();
        assertThatThrownBy(() -> new IncomingMessage(phone, null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("text");
    }

    @Test
    void hasAnIdOf32HexadecimalDigits() {
        var one = new IncomingMessage(phone, "hi");
        assertThat(one.id()).matches("[0-9a-f]{12}4[0-9a-f]{19}");
        assertThat(one.id()).isNotEqualTo(new IncomingMessage(phone, "hi").id());
    }

    @Test
    void remembersTheTextAsItCame() {
        var message = new IncomingMessage(phone, "A");
        message.changeText("B");
        assertThat(message.text()).isEqualTo("B");
        assertThat(message.rawText()).isEqualTo("A");
        assertThat(message).hasToString("B");
    }

    @Test
    void anAnswerKnowsTheMessageAndItsFields() {
        var message = new IncomingMessage(phone, "hi", Map.of("extra-field", "extra-value"));
        var answer = message.respond("response");
        assertThat(answer.inResponseTo()).contains(message);
        assertThat(answer.inResponseTo().orElseThrow().fields()).containsKey("extra-field");
        assertThat(answer.connections()).containsExactly(phone);
    }

    @Test
    void answersStayInOrderUntilTheyLeave() {
        var message = new IncomingMessage(phone, "hi");
        var one = message.respond("1");
        var two = message.error("2");
        var three = message.respond("3", List.of(new Connection("mtn", "9")));
        assertThat(message.responses()).containsExactly(one, two, three);
        assertThat(two).isInstanceOf(ErrorMessage.class);
        assertThat(three.connections()).containsExactly(new Connection("mtn", "9"));
    }

    @Test
    void anAnswerMayBeMadeByTheCaller() {
        var message = new IncomingMessage(phone, "hi");
        var answer = new OutgoingMessage("ID1", List.of(phone), "r1", Map.of("a", "b"), message);
        assertThat(message.respond(answer)).isSameAs(answer);
        assertThat(message.responses()).containsExactly(answer);
        assertThat(answer.id()).isEqualTo("ID1");
        assertThat(answer.fields()).containsEntry("a", "b");
    }

    @Test
    void leavesOutWhatNoDatabaseStores() {
        assertThat(new IncomingMessage(phone, "a\0b\uD83Dc\uDE00 😀").text()).isEqualTo("abc 😀");
    }

    @Test
    void knowsWhoWroteIt() {
        var ann = new Contact("Ann");
        phone.assignTo(ann);
        assertThat(new IncomingMessage(phone, "hi").contact()).contains(ann);
    }

    @Test
    void isHandledWhenAnAppSaysSo() {
        var message = new IncomingMessage(phone, "hi");
        assertThat(message.handled()).isFalse();
        message.markHandled();
        assertThat(message.handled()).isTrue();
    }
}
