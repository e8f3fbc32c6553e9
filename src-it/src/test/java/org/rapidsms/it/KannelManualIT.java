package org.rapidsms.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** "Setting up RapidSMS with Kannel", the manual's own try of it. */
@OnServer
@Needs({Kannel.BEARERBOX, Kannel.SMSBOX, KannelManualIT.FAKESMSC})
class KannelManualIT {

    static final String FAKESMSC = "/usr/lib/kannel/test/fakesmsc";

    @Test
    @Timeout(60)
    void kannelsOwnFakeSmscGetsItsEcho() throws Exception {
        try (var kannel = Kannel.start()) {
            assertThat(kannel).isNotNull();
            var phone = fakesmsc("123 789 text echo hi");
            try (var output = new BufferedReader(phone.inputReader(UTF_8))) {
                assertThat(output.lines().filter(line -> line.contains("Got message")).findFirst())
                        .hasValueSatisfying(line -> assertThat(line).contains("<123 123 text hi>"));
            } finally {
                phone.destroy();
                assertThat(phone.waitFor(10, SECONDS)).isTrue();
            }
        }
    }

    private static Process fakesmsc(String message) throws IOException {
        var port = String.valueOf(Ports.KANNEL_SMSC.number());
        return new ProcessBuilder(FAKESMSC, "-H", "127.0.0.1", "-r", port, "-m", "1", message)
                .redirectErrorStream(true)
                .start();
    }
}
