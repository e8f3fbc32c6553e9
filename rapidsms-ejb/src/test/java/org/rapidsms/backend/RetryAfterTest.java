package org.rapidsms.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 9110, section 10.2.3: seconds, or a date. */
class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | PT0S",
                "120 | PT2M",
                " 5  | PT5S",
                "999999 | PT1H",
                "Sat, 21 Nov 2026 12:00:30 GMT | PT30S",
                "Sat, 21 Nov 2026 11:00:00 GMT | PT0S",
                "Sun, 22 Nov 2026 12:00:00 GMT | PT1H",
            })
    void says(String header, Duration wait) {
        assertThat(RetryAfter.of(header, NOW)).contains(wait);
    }

    @ParameterizedTest(name = "{0} says nothing")
    @CsvSource({"soon", "-5", "5.5", "99999999999", "2026-11-21T12:00:30Z", "''"})
    void saysNothing(String header) {
        assertThat(RetryAfter.of(header, NOW)).isEmpty();
    }
}
