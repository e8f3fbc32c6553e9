package org.rapidsms.web.registration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rapidsms.web.frame.Steps;

class RegistrationAddressTest {

    @ParameterizedTest
    @CsvSource({
        "/, contacts",
        "/contact/add/, add",
        "/contact/bulk_add/, bulk_add",
        "/7/edit/, edit",
        "/contact/, ''",
        "/contact/edit/, ''",
        "/7/, ''",
        "/7/add/, ''"
    })
    void aPartHasOneAddress(String path, String part) {
        assertThat(new RegistrationAddress().part(Steps.read(path))).isEqualTo(part);
    }
}
