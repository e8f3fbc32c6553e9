package org.rapidsms.web.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class BundledEntryTest {

    private final BundledEntry log = new BundledEntry("/messagelog/", "log", "messagelog", 500) {};

    @Test
    void leadsWhereItSays() {
        assertThat(log.path()).isEqualTo("/messagelog/");
        assertThat(log.icon()).isEqualTo("log");
        assertThat(log.priority()).isEqualTo(500);
        assertThat(log.isStaffOnly()).isFalse();
    }

    @Test
    void speaksTheReadersLanguageAndIsBriefWhereRoomIsScarce() {
        assertThat(log.label(Locale.ENGLISH)).isEqualTo("Message log");
        assertThat(log.shortLabel(Locale.ENGLISH)).isEqualTo("Log");
        assertThat(log.shortLabel(Locale.FRENCH)).isEqualTo("Journal");
    }
}
