package org.rapidsms.backend;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a status code means, for every gateway that speaks HTTP properly. */
class SendFailureTest {

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "301, MISCONFIGURED", "400, REJECTED", "401, MISCONFIGURED", "402, NO_CREDIT",
        "403, MISCONFIGURED", "404, REJECTED", "408, UNREACHABLE", "429, THROTTLED",
        "500, UNREACHABLE", "502, UNREACHABLE", "503, UNREACHABLE", "504, UNREACHABLE",
    })
    void ofHttpStatus(int status, SendFailure failure) {
        assertThat(SendFailure.ofHttpStatus(status)).isEqualTo(failure);
    }
}
