package org.rapidsms.app.locations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AtPlaceTest {

    @ParameterizedTest
    @CsvSource({
        "report at kampala, report, kampala",
        "report AT  Fort Portal , report, Fort Portal",
        "meet at noon at kampala, meet at noon, kampala",
        "report at kampala at, report, kampala at",
        "10 cases(at)kampala, 10 cases(, )kampala",
        "état at élé, état, élé",
        "مرحبا at كمبالا, مرحبا, كمبالا"
    })
    void isCutAtTheLastAt(String text, String before, String place) {
        assertThat(AtPlace.in(text)).contains(new AtPlace(before, place));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "at",
                "at kampala",
                " at kampala",
                "report at",
                "report at ",
                "what kampala",
                "report attention kampala",
                "report éat kampala",
                "report at_kampala",
                "cat"
            })
    void isNotCutWithoutThatWordOrWithNothingOnASide(String text) {
        assertThat(AtPlace.in(text)).isEmpty();
    }

    @Test
    void takesNoLongerThanTheTextIs() {
        // A text of nothing but that word: each is looked at, and the last but one is taken.
        assertThat(AtPlace.in("at ".repeat(50_000))).isPresent();
    }

    @Test
    void linesCountAsSpace() {
        assertThat(AtPlace.in("report\nat\nkampala\n")).contains(new AtPlace("report", "kampala"));
    }
}
