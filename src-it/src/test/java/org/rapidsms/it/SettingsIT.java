package org.rapidsms.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A backend may be set in any place where a server has its properties. */
@OnServer
class SettingsIT {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "http, identity",
        "by-option, identity",
        "by-secret, identity",
        "byenvironment, phone"
    })
    void aBackendMayBeSetInThePropertiesByOptionFileAndEnvironment(
            String backend, String identity) {
        var answer = Server.post("/backend/" + backend + "/", identity, "15570001", "text", "");

        assertThat(answer.body()).isEqualTo("OK");
        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void nobodyIsWarnedOfASettingThatIsRight() throws IOException {
        assertThat(serverLog()).contains("RSMS00002").doesNotContain("RSMS00003");
    }

    @Test
    void theLogTellsNoPasswordAndNoText() throws IOException {
        Server.post("/backend/http/", "identity", "15570002", "text", "a very private matter");

        assertThat(serverLog())
                .doesNotContain(Server.PASSWORD, Kannel.PASSWORD, "very private", "15570002");
    }

    private static String serverLog() throws IOException {
        return Files.readString(Path.of(System.getProperty("it.server"), "log", "server.log"));
    }
}
