package org.rapidsms.backend;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses are in a range. */
class AddressRangeTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7,       192.0.2.7,         true",
        "192.0.2.7,       192.0.2.8,         false",
        "192.0.2.0/24,    192.0.2.255,       true",
        "192.0.2.0/24,    192.0.3.0,         false",
        "192.0.2.99/24,   192.0.2.1,         true",
        "10.128.0.0/9,    10.127.255.255,    false",
        "10.128.0.0/9,    10.128.0.0,        true",
        "0.0.0.0/0,       203.0.113.9,       true",
        "0.0.0.0/0,       2001:db8::1,       false",
        "2001:db8::/32,   2001:db8:ffff::1,  true",
        "2001:db8::/32,   2001:db9::1,       false",
        "2001:db8::/33,   2001:db8:8000::1,  false",
        "::1,             0:0:0:0:0:0:0:1,   true",
        "::/0,            ::1,               true",
        "::/0,            192.0.2.7,         false",
        "192.0.2.7,       ::ffff:192.0.2.7,  true",
        "fe80::/10,       fe80::1%eth0,      true"
    })
    void holdsAddressesThatBeginAlike(String range, String address, boolean isThere) {
        assertThat(
                        AddressRange.parse(range)
                                .orElseThrow()
                                .contains(AddressRange.address(address).orElseThrow()))
                .isEqualTo(isThere);
    }

    /** None of them is a name to be looked up: that would ask the network what a setting means. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "beef",
                "localhost",
                "192.0.2",
                "192.0.2.256",
                "192.0.2.0.1",
                "010.0.0.1",
                "192.0.2.0/33",
                "192.0.2.0/",
                "192.0.2.0/-1",
                "192.0.2.0/a",
                "192.0.2.0/24/8",
                "::1/129",
                ":::",
                "1:2:3:4:5:6:7:8:9",
                "2130706433",
                "0x7f.0.0.1"
            })
    void whatIsNoAddressIsNone(String written) {
        assertThat(AddressRange.parse(written)).isEmpty();
    }
}
