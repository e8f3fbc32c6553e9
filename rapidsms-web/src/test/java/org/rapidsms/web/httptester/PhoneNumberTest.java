package org.rapidsms.web.httptester;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

    @ParameterizedTest
    @ValueSource(strings = {"1", "67890", "256772000001", "007"})
    void digitsAreAPhoneNumber(String number) {
        assertThat(PhoneNumber.isValid(number)).isTrue();
        assertThat(PhoneNumber.wrongCharacter(number)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"+256,+", "1a23,a", "12 3,' '", "½,½", "١٢٣,١", "1😀,😀"})
    void anythingElseIsNotAndTheCulpritIsNamed(String number, String wrong) {
        assertThat(PhoneNumber.isValid(number)).isFalse();
        assertThat(PhoneNumber.wrongCharacter(number)).contains(wrong);
    }

    @Test
    void nothingIsNoPhoneNumber() {
        assertThat(PhoneNumber.isValid("")).isFalse();
    }

    @Test
    void aHundredDigitsAreTheMost() {
        assertThat(PhoneNumber.isValid("1".repeat(100))).isTrue();
        assertThat(PhoneNumber.isValid("1".repeat(101))).isFalse();
    }
}
