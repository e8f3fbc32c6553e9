package org.rapidsms.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rapidsms.settings.Settings;
import org.rapidsms.settings.SettingsException;

class MapConfigTest {

    @Test
    void withoutSettingsNothingIsFetchedAnywhere() {
        var config = read(Map.of());
        assertThat(config.tiles()).isEmpty();
        assertThat(config.tileServer()).isEmpty();
        assertThat(config.centre()).hasToString("40.726111, -73.981389");
    }

    @Test
    void tilesNameOneServer() {
        var config =
                read(
                        Map.of(
                                "tiles", "https://tile.example.org:8443/{z}/{x}/{y}.png?key=1",
                                "attribution", "© Somebody",
                                "latitude", "0.3",
                                "longitude", "32"));
        assertThat(config.tileServer()).contains("https://tile.example.org:8443");
        assertThat(config.attribution()).isEqualTo("© Somebody");
        assertThat(config.centre()).hasToString("0.3, 32");
    }

    @ParameterizedTest
    @CsvSource({
        "tiles, https://tile.example.org/{z}/{x}.png",
        "tiles, 'https://tile.example.org; script-src *'",
        "tiles, /{z}/{x}/{y}.png",
        "tiles, javascript:{z}{x}{y}",
        "latitude, 91",
        "longitude, east"
    })
    void aWrongValueIsNamed(String name, String value) {
        assertThatThrownBy(() -> read(Map.of(name, value)))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith("rapidsms.locations." + name + " must ");
    }

    private static MapConfig read(Map<String, String> settings) {
        return MapConfig.Reader.read(Settings.of("rapidsms.locations", settings));
    }
}
