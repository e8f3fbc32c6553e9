package org.rapidsms.web.locations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rapidsms.web.frame.Steps;

class LocationsAddressTest {

    @ParameterizedTest
    @CsvSource({
        "/, list",
        "/7/, list",
        "/add/, add",
        "/7/add/, add",
        "/7/edit/, edit",
        "/7/people/, people",
        "/edit/, ''",
        "/7/list/, ''",
        "/add/add/, ''"
    })
    void aPlaceOrAllOfThemHaveParts(String path, String part) {
        assertThat(new LocationsAddress().part(Steps.read(path))).isEqualTo(part);
    }
}
