package org.rapidsms.web.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rapidsms.contact.ContactField;

/** A field of an app in the form of a contact. */
class FieldRowTest {

    @Test
    void whatIsNeededIsAskedFor() {
        assertThat(fault(TestField.VILLAGE, " ")).isEqualTo(FieldFault.MISSING);
        assertThat(fault(TestField.WEIGHT, " ")).isNull();
    }

    @ParameterizedTest
    @CsvSource({"heavy", "1 000", "'1,5'", "1e5", "--1", "٣"})
    void aNumberIsANumber(String typed) {
        assertThat(fault(TestField.WEIGHT, typed)).isEqualTo(FieldFault.NUMBER);
    }

    @Test
    void theFieldsOwnWordsAreSaid() {
        var row = row(TestField.VILLAGE, "Nowhere");
        assertThat(row.fault()).isEqualTo(FieldFault.OWN);
        assertThat(row.getComplaint()).isEqualTo("There is no such place.");
    }

    @Test
    void whatIsTooLongOrStrangeIsNotStored() {
        assertThat(fault(TestField.VILLAGE, "x".repeat(201))).isEqualTo(FieldFault.TOO_LONG);
        assertThat(fault(TestField.VILLAGE, "a\0b")).isEqualTo(FieldFault.STRANGE);
    }

    @Test
    void whatWasThereStaysThoughItIsNotOfferedAnyMore() {
        var row = new FieldRow(TestField.JOB, "king", Locale.ENGLISH);
        assertThat(row.getOptions()).extracting("value").containsExactly("nurse", "driver", "king");
        assertThat(row.check(TestField.JOB, Locale.ENGLISH)).isEqualTo("king");
        assertThat(row.isWrong()).isFalse();
        assertThat(row.isTouched()).isFalse();
    }

    @Test
    void whatIsEmptiedIsForgotten() {
        var row = new FieldRow(TestField.WEIGHT, "12", Locale.ENGLISH);
        row.setTyped("");
        assertThat(row.check(TestField.WEIGHT, Locale.ENGLISH)).isEmpty();
        assertThat(row.isTouched()).isTrue();
    }

    @Test
    void isShownForPeople() {
        assertThat(ShownValue.of(TestField.BORN, "2020-02-29", Locale.ENGLISH))
                .isEqualTo("Feb 29, 2020");
        assertThat(ShownValue.of(TestField.JOB, "nurse", Locale.ENGLISH)).isEqualTo("The nurse");
        assertThat(ShownValue.of(TestField.BORN, "?", Locale.ENGLISH)).isEqualTo("?");
    }

    private static FieldFault fault(ContactField<?> field, String typed) {
        return row(field, typed).fault();
    }

    private static FieldRow row(ContactField<?> field, String typed) {
        var row = new FieldRow(field, "", Locale.ENGLISH);
        row.setTyped(typed);
        row.check(field, Locale.ENGLISH);
        return row;
    }
}
