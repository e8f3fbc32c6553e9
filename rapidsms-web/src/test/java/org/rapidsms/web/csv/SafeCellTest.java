package org.rapidsms.web.csv;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeCellTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1+cmd|' /C calc'!A0",
                "+",
                "-1",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                "+256 772",
                "'=1",
                "'+256772000001",
                "=HYPERLINK(\"x\")\nmore"
            })
    void whatWouldBeAFormulaIsText(String value) {
        assertThat(SafeCell.of(value)).isEqualTo("'" + value);
        assertThat(SafeCell.read(SafeCell.of(value))).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "256772000001", "+256772000001", "a=1", "'a", "'", "٣"})
    void everythingElseStaysAsItIs(String value) {
        assertThat(SafeCell.of(value)).isEqualTo(value);
        assertThat(SafeCell.read(value)).isEqualTo(value);
    }

    @Test
    void nothingIsWrittenForNothing() {
        assertThat(SafeCell.of(null)).isEmpty();
    }
}
