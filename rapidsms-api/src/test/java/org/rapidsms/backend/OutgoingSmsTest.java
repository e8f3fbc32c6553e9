package org.rapidsms.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom a gateway means by a number. */
class OutgoingSmsTest {

    @ParameterizedTest(name = "of {0} {1} is {2}")
    @CsvSource({
        "+254711000001, +254711000001, +254711000001",
        "254711000001, +254711000001, 254711000001",
        "+254711000001, 254711000001, +254711000001",
        "0711000001, +254711000001, 0711000001",
        "00254711000001, +254711000001, 00254711000001",
        "+254 711-000001, +254711000001, +254 711-000001",
        // Itself, before all that are like it.
        "0711000001 +254711000001, +254711000001, +254711000001",
        // Two are like it.
        "0711000001 254711000001, +254711000001,",
        "+254711000002, +254711000001,",
        "00001, +254711000001,",
        "INFO, INFO, INFO",
        "INFO, info,",
        "INFO, 1,",
    })
    void identity(String identities, String number, String meant) {
        var all =
                List.of(
                        identities.contains("-")
                                ? new String[] {identities}
                                : identities.split(" "));

        assertThat(new OutgoingSms("m1", "", all, Map.of()).identity(number).orElse(null))
                .isEqualTo(meant);
    }
}
