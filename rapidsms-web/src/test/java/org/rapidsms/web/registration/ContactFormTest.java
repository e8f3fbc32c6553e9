package org.rapidsms.web.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapidsms.web.registration.PhoneRow.Problem.NEEDED;
import static org.rapidsms.web.registration.PhoneRow.Problem.NONE;
import static org.rapidsms.web.registration.PhoneRow.Problem.NO_BACKEND;
import static org.rapidsms.web.registration.PhoneRow.Problem.NO_IDENTITY;
import static org.rapidsms.web.registration.PhoneRow.Problem.STRANGE;
import static org.rapidsms.web.registration.PhoneRow.Problem.TAKEN;
import static org.rapidsms.web.registration.PhoneRow.Problem.TOO_LONG;
import static org.rapidsms.web.registration.PhoneRow.Problem.TWICE;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rapidsms.contact.Connection;
import org.rapidsms.contact.Contact;
import org.rapidsms.contact.Phone;

class ContactFormTest {

    private final ContactForm form = ContactForm.empty("");

    @Test
    void somebodyNewNeedsAConnection() {
        assertThat(check(form)).isFalse();
        assertThat(form.getRows()).extracting(PhoneRow::problem).containsExactly(NEEDED);
    }

    @Test
    void aLikelyBackendAloneIsNoConnection() {
        var likely = ContactForm.empty("mtn");
        assertThat(check(likely)).isFalse();
        assertThat(likely.getRows()).extracting(PhoneRow::problem).containsExactly(NEEDED);
    }

    @Test
    void blankRowsAreLeftOut() {
        fill(0, "mtn", " +256 ");
        form.addRow();
        assertThat(check(form)).isTrue();
        assertThat(form.phones()).containsExactly(new Phone("mtn", "+256"));
    }

    @ParameterizedTest
    @CsvSource({"mtn,''", "'',1", "mtn,'1\u00002'"})
    void aRowIsFilledInWhollyAndPlainly(String backend, String identity) {
        fill(0, backend, identity);
        assertThat(check(form)).isFalse();
        assertThat(form.getRows().get(0).problem()).isIn(NO_IDENTITY, NO_BACKEND, STRANGE);
    }

    @Test
    void anIdentityHasItsLength() {
        fill(0, "mtn", "1".repeat(101));
        assertThat(check(form)).isFalse();
        assertThat(form.getRows()).extracting(PhoneRow::problem).containsExactly(TOO_LONG);
    }

    @Test
    void aConnectionIsThereOnce() {
        fill(0, "mtn", "1");
        form.addRow();
        fill(1, "mtn", "1 ");
        assertThat(check(form)).isFalse();
        assertThat(form.getRows()).extracting(PhoneRow::problem).containsExactly(NONE, TWICE);
    }

    @Test
    void aConnectionOfSomebodyElseIsTold() {
        fill(0, "mtn", "1");
        var bob = stored(7, "Bob");
        assertThat(form.checkRows(phones -> Map.of(new Phone("mtn", "1"), bob))).isFalse();
        assertThat(form.getRows().get(0).problem()).isEqualTo(TAKEN);
        assertThat(form.getRows().get(0).getOwner()).isEqualTo("Bob");
        assertThat(form.getRows().get(0).getOwnerId()).isEqualTo(7);
    }

    @Test
    void whoIsChangedKeepsWhatItHasLetterByLetter() {
        var bob = stored(7, "Bob");
        new Connection("gone", " 1 ").assignTo(bob);
        var edited = ContactForm.of(bob, "");
        assertThat(edited.checkRows(phones -> Map.of(new Phone("gone", " 1 "), bob))).isTrue();
        assertThat(edited.phones()).containsExactly(new Phone("gone", " 1 "));
    }

    @Test
    void whoIsChangedMayLoseItsLastConnection() {
        var bob = stored(7, "Bob");
        new Connection("mtn", "1").assignTo(bob);
        var edited = ContactForm.of(bob, "");
        edited.remove(edited.getRows().get(0));
        assertThat(check(edited)).isTrue();
        assertThat(edited.phones()).isEmpty();
    }

    private void fill(int row, String backend, String identity) {
        form.getRows().get(row).setBackend(backend);
        form.getRows().get(row).setIdentity(identity);
    }

    private static boolean check(ContactForm form) {
        return form.checkRows(phones -> Map.of());
    }

    private static Contact stored(long id, String name) {
        return new Contact(name) {
            @Override
            public Long getId() {
                return id;
            }
        };
    }
}
