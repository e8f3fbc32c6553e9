package org.rapidsms.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rapidsms.settings.Settings;
import org.rapidsms.settings.SettingsException;

/** How operators say how a backend is handed texts. */
class SendingTest {

    private static final String PREFIX = "rapidsms.backends.b";

    @Test
    void whatIsNotSetIsAsUsual() {
        assertThat(read(Map.of())).isEqualTo(Sending.USUAL);
    }

    @Test
    void whatIsSetIsRead() {
        var settings =
                Map.of(
                        "max-calls", "7",
                        "rate", "20",
                        "timeout", "5s",
                        "retry.max-age", "2h",
                        "on-unknown", "hold");
        assertThat(read(settings))
                .isEqualTo(
                        new Sending(
                                7,
                                OptionalInt.of(20),
                                Duration.ofSeconds(5),
                                Duration.ofHours(2),
                                false));
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource({
        "max-calls, 0",
        "rate, fast",
        "timeout, 5 weeks",
        "retry.max-age, never",
        "on-unknown, guess"
    })
    void whatIsWrongIsNamed(String name, String value) {
        assertThatThrownBy(() -> read(Map.of(name, value)))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith(PREFIX + "." + name + " must be ")
                .hasMessageContaining(value);
    }

    @Test
    void aLeaseIsLongerThanACall() {
        assertThat(Sending.USUAL.lease()).isGreaterThan(Sending.USUAL.timeout().multipliedBy(2));
    }

    private static Sending read(Map<String, String> values) {
        return Sending.from(Settings.of(PREFIX, values));
    }
}
