package org.rapidsms.web.registration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTagTest {

    @ParameterizedTest
    @CsvSource({"'',''", "en,en", "pt-br,pt-BR", "ZH-hans,zh-Hans", "wxyz,wxyz"})
    void writesATagAsIsUsual(String typed, String tag) {
        assertThat(LanguageTag.of(typed)).contains(tag);
    }

    @ParameterizedTest
    @ValueSource(strings = {"???", "e", "pt_BR", "portuguese!", "en-", "x"})
    void takesNothingElse(String typed) {
        assertThat(LanguageTag.of(typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-aaaaaaaa-bbbbbbbb-cccccccc-dddddddd"})
    void takesNoneThatIsTooLong(String typed) {
        assertThat(LanguageTag.of(typed)).isEmpty();
    }
}
