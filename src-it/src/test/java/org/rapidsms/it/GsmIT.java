package org.rapidsms.it;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** The whole road by a modem: a short message comes to the card, and one goes out. */
@OnServer
class GsmIT {

    /** From +15550001, in GSM 7-bit; two digits of the time are to be filled in. */
    private static final String PING =
            "0004089151550010" + "0000" + "6211210200%02d00" + "04F0B4FB0C";

    @Test
    void aShortMessageIsAnsweredByOne() throws Exception {
        FakeModem.MODEM.receive(PING.formatted(new Random().nextInt(60)));

        await().atMost(ofSeconds(40)).until(() -> !FakeModem.MODEM.texts().isEmpty());
        assertThat(FakeModem.MODEM.texts().get(0)).endsWith("089151550010" + "0000A704F0B7FB0C");
        await().until(FakeModem.MODEM::isCardEmpty);
    }
}
