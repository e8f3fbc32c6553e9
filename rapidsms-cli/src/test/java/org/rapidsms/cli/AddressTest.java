package org.rapidsms.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:8080",
                "http://localhost:8080/",
                "http://[::1]:8080",
                "https://sms.example.org",
                "https://sms.example.org/"
            })
    void thisMachineAndTlsAreSafe(String typed) {
        assertThat(Address.of(typed, false)).hasToString(typed.replaceAll("/$", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://192.0.2.1:8080", "http://no-such-host.invalid"})
    void noPasswordCrossesANetworkInPlainWords(String typed) {
        assertThatThrownBy(() -> Address.of(typed, false))
                .isInstanceOf(Trouble.class)
                .hasMessageContainingAll(typed, "https://", "--insecure");
    }

    @Test
    void whoInsistsGetsIt() {
        assertThat(Address.of("http://192.0.2.1:8080", true)).hasHost("192.0.2.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "localhost:8080", "ftp://x", "http://", "http:// x"})
    void whatIsNoAddressIsExplained(String typed) {
        assertThatThrownBy(() -> Address.of(typed, false))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("is no address of a server");
    }
}
