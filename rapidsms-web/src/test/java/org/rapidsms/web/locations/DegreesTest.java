package org.rapidsms.web.locations;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DegreesTest {

    @ParameterizedTest
    @CsvSource({
        "0.3476, 0.3476",
        "'0,3476', 0.3476",
        "' -32.5 ', -32.5",
        "−32.5, -32.5",
        "+7, 7",
        ".5, .5",
        "١٢٫٥, 12.5",
        "999, 999"
    })
    void areReadAsPeopleWriteThem(String typed, BigDecimal number) {
        assertThat(Degrees.of(typed))
                .hasValueSatisfying(n -> assertThat(n).isEqualByComparingTo(number));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "-", ".", "abc", "1e2", "1.2.3", "1 2", "0x1", "1000", "NaN", "32° E"})
    void areNothingElse(String typed) {
        assertThat(Degrees.of(typed)).isEmpty();
    }
}
