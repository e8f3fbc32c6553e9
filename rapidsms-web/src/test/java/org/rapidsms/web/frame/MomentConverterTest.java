package org.rapidsms.web.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class MomentConverterTest {

    private static final Clock KAMPALA_AT_ONE =
            Clock.fixed(Instant.parse("2026-11-20T22:00:00Z"), ZoneId.of("Africa/Kampala"));

    @Test
    void todayIsTheTimeAlone() {
        assertThat(words("2026-11-20T21:05:09Z")).isEqualTo("00:05:09");
    }

    @Test
    void anotherDayIsTold() {
        assertThat(words("2026-11-20T20:59:00Z")).isEqualTo("Nov 20, 2026, 23:59");
    }

    @Test
    void itIsToldInTheReadersLanguage() {
        assertThat(words("2026-11-20T20:59:00Z", ConsoleLanguage.FRENCH.locale()))
                .isEqualTo("20 nov. 2026, 23:59");
        assertThat(words("2026-11-20T20:59:00Z", ConsoleLanguage.ARABIC.locale()))
                .contains("20", "11", "2026", "23:59");
    }

    private static String words(String moment) {
        return words(moment, Locale.ENGLISH);
    }

    private static String words(String moment, Locale locale) {
        return new MomentConverter(KAMPALA_AT_ONE).words(Instant.parse(moment), locale);
    }
}
