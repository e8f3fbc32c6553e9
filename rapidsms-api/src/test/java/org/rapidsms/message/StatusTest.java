package org.rapidsms.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows 108 to 110 and 121 to 126: what a message is when its transmissions are so. */
class StatusTest {

    @ParameterizedTest(name = "outgoing: {0} is {1}")
    @CsvSource({
        "'', D",
        "Q, P",
        "R, P",
        "P, P",
        "S, S",
        "D, D",
        "E, E",
        "Q S, P",
        "S S, S",
        "S D, S",
        "D D, D",
        "R R, P",
        "E E Q Q, E",
        "S P, P",
        "D E, E",
    })
    void outgoing(String transmissions, String message) {
        assertThat(Status.ofOutgoing(statuses(transmissions)).letter()).isEqualTo(message);
    }

    @ParameterizedTest(name = "incoming: {0} is {1}")
    @CsvSource({"'', R", "Q, Q", "R, R", "E, E", "R Q, Q", "S S, Q", "R E, E", "R R, R"})
    void incoming(String transmissions, String message) {
        assertThat(Status.ofIncoming(statuses(transmissions)).letter()).isEqualTo(message);
    }

    @ParameterizedTest
    @EnumSource(Status.class)
    void isStoredAsItsLetter(Status status) {
        var converter = new StatusConverter();
        var letter = converter.convertToDatabaseColumn(status);
        assertThat(letter).hasSize(1);
        assertThat(converter.convertToEntityAttribute(letter)).isEqualTo(status);
    }

    private static List<Status> statuses(String letters) {
        return Arrays.stream(letters.split(" "))
                .filter(letter -> !letter.isEmpty())
                .map(Status::ofLetter)
                .toList();
    }
}
