package org.rapidsms.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every complaint is one sentence that names the property. */
class SettingsTest {

    private final Settings settings =
            Settings.of(
                    "rapidsms.backends.mtn",
                    Map.of(
                            "url", "https://gateway.example/send",
                            "blank", "  ",
                            "eager", "yes",
                            "size", "0",
                            "timeout", "10 parsecs",
                            "params.from", "123",
                            "params.password", "s3cret"));

    @Test
    void readsWhatIsThere() {
        assertThat(settings.address("url")).isEqualTo(URI.create("https://gateway.example/send"));
        assertThat(settings.text("charset", "UTF-8")).isEqualTo("UTF-8");
        assertThat(settings.optional("blank")).isEmpty();
        assertThat(settings.group("params")).isEqualTo(Map.of("from", "123", "password", "s3cret"));
    }

    @ParameterizedTest(name = "{0} is {1} ms")
    @CsvSource({"10s, 10000", "500ms, 500", "2m, 120000", "1h, 3600000", "7, 7000", "3 s, 3000"})
    void readsTimes(String text, long milliseconds) {
        assertThat(Settings.of("p", Map.of("t", text)).time("t", Duration.ZERO))
                .isEqualTo(Duration.ofMillis(milliseconds));
    }

    @Test
    void namesThePropertyThatIsMissingOrWrong() {
        complains(() -> settings.text("user"), "rapidsms.backends.mtn.user is required");
        complains(() -> settings.text("blank"), "rapidsms.backends.mtn.blank is required");
        complains(
                () -> settings.flag("eager", false),
                "rapidsms.backends.mtn.eager must be true or false, not yes");
        complains(
                () -> settings.number("size", 1, 1, 9),
                "rapidsms.backends.mtn.size must be a whole number from 1 to 9, not 0");
        complains(
                () -> settings.time("timeout", Duration.ZERO),
                "rapidsms.backends.mtn.timeout must be a time such as 10s or 500ms, not 10 parsecs");
        complains(
                () -> Settings.of("p", Map.of("url", "gateway.example")).address("url"),
                "p.url must be an address that begins with http:// or https://");
    }

    private static void complains(Runnable question, String sentence) {
        assertThatThrownBy(question::run)
                .isInstanceOf(SettingsException.class)
                .hasMessage(sentence);
    }

    @Test
    void aSecretPrintsAsAsterisks() {
        assertThat(new Secret("s3cret")).hasToString("***");
    }

    @Test
    void remembersWhatWasAskedFor() {
        settings.optional("url");
        settings.group("params");
        assertThat(settings.known())
                .containsExactlyInAnyOrder(
                        "rapidsms.backends.mtn.url",
                        "rapidsms.backends.mtn.params.from",
                        "rapidsms.backends.mtn.params.password");
    }
}
