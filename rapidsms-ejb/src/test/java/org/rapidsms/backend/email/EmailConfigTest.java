package org.rapidsms.backend.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rapidsms.settings.Settings;
import org.rapidsms.settings.SettingsException;

class EmailConfigTest {

    @Test
    void fourSettingsAreEnough() {
        var config = EmailConfig.from(settings(Map.of()));

        assertThat(config.smtp().port()).isEqualTo(465);
        assertThat(config.imap().orElseThrow().port()).isEqualTo(993);
        assertThat(config.folder()).isEqualTo("INBOX");
        assertThat(config.domain()).isEqualTo("example.org");
    }

    @Test
    void portsFollowFromHowTheConnectionIsKeptPrivate() {
        var open = EmailConfig.from(settings(Map.of("smtp-tls", "none", "imap-tls", "none")));
        var later =
                EmailConfig.from(settings(Map.of("smtp-tls", "starttls", "imap-tls", "STARTTLS")));

        assertThat(List.of(open.smtp().port(), open.imap().orElseThrow().port()))
                .containsExactly(25, 143);
        assertThat(List.of(later.smtp().port(), later.imap().orElseThrow().port()))
                .containsExactly(587, 143);
    }

    @ParameterizedTest
    @CsvSource({
        "from, nobody",
        "from, ''",
        "smtp-host, ''",
        "smtp-tls, maybe",
        "imap-tls, maybe",
        "smtp-port, 0",
        "imap-port, many",
        "imap-password, ''",
        "imap-username, ''",
        "smtp-username, ''",
        "poll, 0s",
        "poll, 11m",
        "timeout, 0"
    })
    void aWrongSettingIsNamed(String name, String value) {
        assertThatThrownBy(() -> EmailConfig.from(settings(Map.of(name, value))))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith("rapidsms.backends.mail." + name + " ");
    }

    @Test
    void noPasswordIsPrinted() {
        assertThat(EmailConfig.from(settings(Map.of())).toString()).doesNotContain("s3cret");
    }

    private static Settings settings(Map<String, String> others) {
        var values = new HashMap<String, String>();
        values.put("from", "RapidSMS <sms@example.org>");
        values.put("smtp-host", "mx.example.org");
        values.put("smtp-password", "s3cret-1");
        values.put("smtp-username", "sms");
        values.put("imap-host", "mx.example.org");
        values.put("imap-username", "sms");
        values.put("imap-password", "s3cret-2");
        values.putAll(others);
        return Settings.of("rapidsms.backends.mail", values);
    }
}
