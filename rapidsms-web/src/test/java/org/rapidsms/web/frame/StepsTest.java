package org.rapidsms.web.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapidsms.web.frame.Steps.NUMBER;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class StepsTest {

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "/"})
    void aBareAddressHasNone(String path) {
        assertThat(Steps.read(path).are()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/7/edit/", "/7/edit", "7/edit"})
    void slashesAtItsEndsAreNone(String path) {
        var steps = Steps.read(path);
        assertThat(steps.are(NUMBER, "edit")).isTrue();
        assertThat(steps.are("7", "edit")).isTrue();
        assertThat(steps.number(0)).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/x/edit/",
                "/-7/edit/",
                "/٧/edit/",
                "/1234567890123456789/edit/",
                "/7/",
                "/7/edited/",
                "/7/edit/more/",
                "/7//edit/",
                "//7/edit/"
            })
    void whatIsAnotherStepOrOneMoreOrLessLeadsElsewhere(String path) {
        assertThat(Steps.read(path).are(NUMBER, "edit")).isFalse();
    }

    @Test
    void thoseThatAreNotThereAreEmptyAndNoNumbers() {
        var steps = Steps.read("/contact/");
        assertThat(steps.at(1)).isEmpty();
        assertThat(steps.number(0)).isNull();
        assertThat(steps.number(1)).isNull();
    }
}
