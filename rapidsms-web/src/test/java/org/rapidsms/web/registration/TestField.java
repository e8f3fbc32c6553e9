package org.rapidsms.web.registration;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.rapidsms.contact.ContactField;
import org.rapidsms.contact.FieldType;

/** Fields such as apps declare, of which one is needed. */
record TestField<T>(String key, FieldType<T> type, boolean isRequired) implements ContactField<T> {

    static final TestField<String> VILLAGE = new TestField<>("village", FieldType.TEXT, true);
    static final TestField<BigDecimal> WEIGHT = new TestField<>("weight", FieldType.NUMBER, false);
    static final TestField<LocalDate> BORN = new TestField<>("born", FieldType.DATE, false);
    static final TestField<String> JOB =
            new TestField<>("job", FieldType.choice("nurse", "driver"), false);

    @Override
    public String label(Locale locale) {
        return key.toUpperCase(locale);
    }

    @Override
    public String optionLabel(String option, Locale locale) {
        return "The " + option;
    }

    @Override
    public Optional<String> complaint(T value, Locale locale) {
        return value.equals("Nowhere") ? Optional.of("There is no such place.") : Optional.empty();
    }
}
