package org.rapidsms.web.httptester;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TesterAddressTest {

    @ParameterizedTest
    @CsvSource({
        "/1/, /httptester/1/",
        "/1/2, /httptester/1/2/",
        "//1//2//, /httptester/1/2/",
        "/1/2/1/, /httptester/1/2/",
        "/, /httptester/",
        ", /httptester/"
    })
    void namesEachPhoneOnce(String path, String again) {
        assertThat(TesterAddress.read(path).orElseThrow().path(null)).isEqualTo(again);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/12x/", "/1/+2/", "/1/ /", "/١/"})
    void isNoneIfSomethingIsNoNumber(String path) {
        assertThat(TesterAddress.read(path)).isEmpty();
    }

    @Test
    void saysWhichPhoneIsSeenWhereOneHasRoom() {
        var address = new TesterAddress(List.of("1", "2"));
        assertThat(address.path("2")).isEqualTo("/httptester/1/2/?at=2");
        assertThat(new TesterAddress(List.of("1")).path("1")).isEqualTo("/httptester/1/");
    }

    @Test
    void knowsHowManyHaveRoom() {
        var address = new TesterAddress(List.of("1", "2", "3", "4", "5"));
        assertThat(address.isTooLong()).isTrue();
        assertThat(address.shown()).containsExactly("1", "2", "3", "4");
        assertThat(new TesterAddress(List.of("1", "2", "3", "4")).isTooLong()).isFalse();
    }
}
