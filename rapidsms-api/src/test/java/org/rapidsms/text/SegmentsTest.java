package org.rapidsms.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The limits of 3GPP TS 23.040, as people pay for them. */
class SegmentsTest {

    @ParameterizedTest
    @CsvSource({
        "a, 160, GSM-7, 160, 1, 160",
        "a, 161, GSM-7, 161, 2, 306",
        "a, 306, GSM-7, 306, 2, 306",
        "a, 307, GSM-7, 307, 3, 459",
        "€, 80, GSM-7, 160, 1, 160",
        "á, 70, UCS-2, 70, 1, 70",
        "á, 71, UCS-2, 71, 2, 134",
        "á, 134, UCS-2, 134, 2, 134",
        "á, 135, UCS-2, 135, 3, 201",
        "😀, 35, UCS-2, 70, 1, 70",
    })
    void countsAsNetworksDo(
            String character, int times, String encoding, int units, int count, int room) {
        var segments = Segments.of(character.repeat(times));

        assertThat(segments.encoding().words()).isEqualTo(encoding);
        assertThat(segments.units()).isEqualTo(units);
        assertThat(segments.count()).isEqualTo(count);
        assertThat(segments.room()).isEqualTo(room);
    }

    @Test
    void anEmptyTextIsNoSegment() {
        assertThat(Segments.of("").count()).isZero();
    }

    /** 153 is odd: the 77th of these begins another segment, and one septet stays empty. */
    @Test
    void anEscapeIsNotTornFromItsCharacter() {
        assertThat(Segments.of("€".repeat(152)).count()).isEqualTo(2);
        assertThat(Segments.of("€".repeat(153)).count()).isEqualTo(3);
    }

    @Test
    void aPairIsNotTornApart() {
        assertThat(Segments.of("😀".repeat(66)).count()).isEqualTo(2);
        assertThat(Segments.of("😀".repeat(67)).count()).isEqualTo(3);
    }
}
