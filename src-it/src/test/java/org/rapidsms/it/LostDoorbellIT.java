package org.rapidsms.it;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import org.jboss.as.controller.client.ModelControllerClient;
import org.jboss.dmr.ModelNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The database is the truth, JMS the doorbell: what is stored is done even if no bell rang. */
@OnServer
class LostDoorbellIT {

    @AfterEach
    void resume() throws IOException {
        onQueue("incoming", "resume");
        onQueue("outgoing", "resume");
    }

    @Test
    void aMessageWhoseDoorbellIsLostIsRoutedAllTheSame() throws IOException {
        onQueue("incoming", "pause");
        Server.post("/backend/http/", "identity", "15580001", "text", "ping");
        awaitBell("incoming");
        onQueue("incoming", "remove-messages");
        onQueue("incoming", "resume");

        assertSent("15580001");
    }

    @Test
    void anAnswerWhoseDoorbellIsLostIsSentAllTheSame() throws IOException {
        onQueue("outgoing", "pause");
        Server.post("/backend/http/", "identity", "15580002", "text", "ping");
        awaitBell("outgoing");
        onQueue("outgoing", "remove-messages");
        onQueue("outgoing", "resume");

        assertSent("15580002");
    }

    private static void awaitBell(String queue) {
        await().atMost(ofSeconds(20))
                .until(() -> onQueue(queue, "count-messages").get("result").asLong() > 0);
    }

    private static void assertSent(String phone) {
        await().atMost(ofSeconds(60))
                .untilAsserted(
                        () ->
                                assertThat(FakeGateway.QUEUED.textsTo(phone))
                                        .containsExactly("pong"));
    }

    private static ModelNode onQueue(String queue, String operation) throws IOException {
        var request = new ModelNode();
        request.get("operation").set(operation);
        var address = request.get("address");
        address.add("subsystem", "messaging-activemq");
        address.add("server", "default");
        address.add("jms-queue", "rapidsms." + queue);
        try (var server = ModelControllerClient.Factory.create("127.0.0.1", managementPort())) {
            var answer = server.execute(request);
            assertThat(answer.get("outcome").asString()).as("%s", answer).isEqualTo("success");
            return answer;
        }
    }

    private static int managementPort() {
        return Integer.parseInt(System.getProperty("it.port.management"));
    }
}
