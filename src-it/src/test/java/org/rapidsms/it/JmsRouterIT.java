package org.rapidsms.it;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;

/** The router whose inbox is a queue. What becomes of what fails there: {@link DeadLettersIT}. */
@OnServer
class JmsRouterIT {

    @Test
    void aTextIsTakenByTheQueueAndAnswered() {
        assertThat(write("15810001", "echo by the queue").body()).isEqualTo("OK");

        awaitSent("15810001", "by the queue");
    }

    @Test
    void whatComesTwiceWithTheGatewaysIdIsAnsweredOnce() {
        var call = "/backend/jms-kannel/?id=15810002&text=echo+once&sms_id=twice";
        assertThat(Server.get(call).status()).isEqualTo(200);
        awaitSent("15810002", "once");

        assertThat(Server.get(call).status()).isEqualTo(200);

        assertThat(Server.get(call.replace("once", "more").replace("twice", "another")).status())
                .isEqualTo(200);
        awaitSent("15810002", "once", "more");
    }

    @Test
    void anAppThatThrowsStopsNobodyElseAndNothingComesAgain() {
        write("15810003", "boom");
        awaitSent("15810003", "before the boom");
        write("15810003", "echo after it");

        awaitSent("15810003", "before the boom", "after it");
    }

    private static Answer write(String phone, String text) {
        var answer = Server.post("/backend/jms/", "identity", phone, "text", text);
        assertThat(answer.status()).isEqualTo(200);
        return answer;
    }

    private static void awaitSent(String phone, String... texts) {
        await().atMost(ofSeconds(40))
                .untilAsserted(
                        () -> assertThat(FakeGateway.QUEUED.textsTo(phone)).containsExactly(texts));
    }
}
