package org.rapidsms.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What apps may know of contacts besides what all know. */
class ContactFieldTest {

    private final Contact ann = new Contact("Ann");

    @Test
    void isReadAsItWasWritten() {
        ann.set(field(FieldType.TEXT), "Gulu");
        assertThat(ann.get(field(FieldType.TEXT))).contains("Gulu");
        ann.set(field(FieldType.NUMBER), new BigDecimal("-12.50"));
        assertThat(ann.get(field(FieldType.NUMBER))).contains(new BigDecimal("-12.50"));
        ann.set(field(FieldType.DATE), LocalDate.of(2026, 1, 31));
        assertThat(ann.written()).containsEntry("f", "2026-01-31");
        ann.set(field(FieldType.YES_NO), false);
        assertThat(ann.get(field(FieldType.YES_NO))).contains(false);
        ann.set(field(FieldType.choice("nurse", "driver")), "nurse");
        assertThat(ann.get(field(FieldType.choice("nurse", "driver")))).contains("nurse");
    }

    @Test
    void isForgotten() {
        ann.set(field(FieldType.TEXT), "Gulu");
        ann.set(field(FieldType.TEXT), null);
        assertThat(ann.get(field(FieldType.TEXT))).isEmpty();
        assertThat(ann.written()).isEmpty();
    }

    @Test
    void isNotReadAsWhatItIsNot() {
        ann.set(field(FieldType.TEXT), "Gulu");
        assertThat(ann.get(field(FieldType.NUMBER))).isEmpty();
        assertThat(ann.written()).containsEntry("f", "Gulu");
    }

    @Test
    void itsOwnComplaintKeepsAValueOut() {
        assertThatThrownBy(() -> ann.set(field(FieldType.TEXT), "Nowhere"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no such place.");
        assertThat(ann.written()).isEmpty();
    }

    @Test
    void whatCouldNotBeReadAgainIsNotWritten() {
        var choice = FieldType.choice("nurse");
        assertThatThrownBy(() -> choice.write("king")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FieldType.TEXT.write("x".repeat(201)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FieldType.TEXT.write("two\nlines"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FieldType.NUMBER.write(new BigDecimal("1e999999999")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FieldType.DATE.write(LocalDate.of(12345, 1, 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "YES", "true", "1"})
    void yesIsWrittenInManyWays(String written) {
        assertThat(FieldType.YES_NO.read(written)).contains(true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e5", "", " 1", "1,5", "0x1", "NaN", "1."})
    void whatIsNoNumberIsNotRead(String written) {
        assertThat(FieldType.NUMBER.read(written)).isEmpty();
    }

    private static <T> ContactField<T> field(FieldType<T> type) {
        return new ContactField<>() {
            @Override
            public String key() {
                return "f";
            }

            @Override
            public String label(Locale locale) {
                return "F";
            }

            @Override
            public FieldType<T> type() {
                return type;
            }

            @Override
            public Optional<String> complaint(T value, Locale locale) {
                return value.equals("Nowhere")
                        ? Optional.of("There is no such place.")
                        : Optional.empty();
            }
        };
    }
}
