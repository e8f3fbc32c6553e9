package org.rapidsms.backend.gsm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rapidsms.settings.Settings;
import org.rapidsms.settings.SettingsException;

class GsmConfigTest {

    @Test
    void aPortIsEnough() {
        var config = GsmConfig.from(settings(Map.of()));

        assertThat(config.port()).contains("/dev/ttyUSB0");
        assertThat(config.baud()).isEqualTo(115_200);
    }

    @Test
    void aServerMayPassAPortOn() {
        var config = GsmConfig.from(settings(Map.of("port", "tcp://modems.example.org:3001")));

        assertThat(config.port()).isEmpty();
        assertThat(config.server().orElseThrow().getPort()).isEqualTo(3001);
    }

    @ParameterizedTest
    @CsvSource({
        "port, ''",
        "port, tcp://modems.example.org",
        "port, tcp://:3001",
        "port, 'tcp://a b:1'",
        "baud, fast",
        "baud, 1",
        "pin, 12a4",
        "pin, 123",
        "smsc, nobody",
        "mode, hex",
        "poll, 0",
        "timeout, 2h"
    })
    void aWrongSettingIsNamed(String name, String value) {
        assertThatThrownBy(() -> GsmConfig.from(settings(Map.of(name, value))))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith("rapidsms.backends.modem." + name + " ");
    }

    @Test
    void noPinIsToldOrPrinted() {
        assertThat(GsmConfig.from(settings(Map.of("pin", "1234"))).toString())
                .doesNotContain("1234");
        assertThatThrownBy(() -> GsmConfig.from(settings(Map.of("pin", "12a4"))))
                .hasMessageNotContaining("12a4");
    }

    private static Settings settings(Map<String, String> others) {
        var values = new HashMap<String, String>();
        values.put("port", "/dev/ttyUSB0");
        values.putAll(others);
        return Settings.of("rapidsms.backends.modem", values);
    }
}
