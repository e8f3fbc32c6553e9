package org.rapidsms.it;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What the network says of a text, through the real Kannel. */
@OnServer
@Needs({Kannel.BEARERBOX, Kannel.SMSBOX})
class KannelReportsIT {

    @Test
    void aTextHasArrivedWhenTheNetworkOfKannelSaysSo() throws IOException {
        try (var network = new SmppSmsc();
                var kannel = Kannel.startOn(network)) {
            assertThat(kannel).isNotNull();
            var staff = Visitor.loggedIn(Server.ADMINISTRATOR, Server.PASSWORD);

            Server.get("/backend/kannel-smpp/?id=254760001&text=echo+zebra&coding=0");

            await().atMost(ofSeconds(40))
                    .untilAsserted(
                            () ->
                                    assertThat(
                                                    staff.get(
                                                                    "/messagelog/?who=254760001"
                                                                            + "&direction=outgoing&state=delivered")
                                                            .body())
                                            .contains("zebra"));
        }
    }
}
