package org.rapidsms.it;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;

/** The whole road with an SMS centre: a connection that the server keeps, and both ways on it. */
@OnServer
class SmppIT {

    @Test
    void aTextIsAnsweredAndItsReceiptSaysThatItArrived() {
        SmsCentre.HERE.deliver("15770001", "echo by smpp");

        var answer = answer("15770001");
        assertThat(answer.words()).isEqualTo("by smpp");

        SmsCentre.HERE.report(answer);
        await().atMost(ofSeconds(20))
                .untilAsserted(
                        () ->
                                assertThat(
                                                visitor()
                                                        .get(
                                                                "/messagelog/?who=15770001"
                                                                        + "&state=delivered")
                                                        .body())
                                        .contains("by smpp"));
    }

    @Test
    void theEndOfALongTextMayComeFirst() {
        SmsCentre.HERE.deliverPart("15770002", 2, 2, "part two");
        assertThat(SmsCentre.HERE.textsTo("15770002")).isEmpty();

        SmsCentre.HERE.deliverPart("15770002", 2, 1, "echo part one, ");

        assertThat(answer("15770002").words()).isEqualTo("part one, part two");
    }

    private static SmsCentre.Text answer(String phone) {
        await().atMost(ofSeconds(20)).until(() -> !SmsCentre.HERE.textsTo(phone).isEmpty());
        return SmsCentre.HERE.textsTo(phone).get(0);
    }

    private static Visitor visitor() {
        return Visitor.loggedIn(Server.ADMINISTRATOR, Server.PASSWORD);
    }
}
