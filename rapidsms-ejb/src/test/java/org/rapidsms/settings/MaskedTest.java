package org.rapidsms.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskedTest {

    @ParameterizedTest
    @CsvSource({
        "engine, kannel, kannel",
        "sendsms-params.password, tops3cret, ***",
        "sendsms-pass, tops3cret, ***",
        "webhook-secret, tops3cret, ***",
        "api-key, tops3cret, ***",
        "sendsms-params.username, rapidsms, ***",
        "sendsms-url, http://127.0.0.1:13013/cgi-bin/sendsms,"
                + " http://127.0.0.1:13013/cgi-bin/sendsms",
        "outgoing-url, http://u:tops3cret@g/x, http://***@g/x",
        "outgoing-url, http://g/x?to={identity}&text={text}, http://g/x?to={identity}&text={text}",
        "outgoing-url, http://g/x?id=tops3cret&to={identity}&a=1,"
                + " http://g/x?id=***&to={identity}&a=***",
        "outgoing-url, http://g/x?t=%(text)s, http://g/x?t=%(text)s"
    })
    void showsNoSecret(String name, String value, String shown) {
        assertThat(Masked.of(name, value)).isEqualTo(shown);
    }
}
