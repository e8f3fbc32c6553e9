package org.rapidsms.web.registration;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.rapidsms.contact.ContactField;
import org.rapidsms.contact.FieldType;
import org.rapidsms.web.frame.Texts;

/** How lists show what is known in a field of a contact. */
final class ShownValue {

    private ShownValue() {}

    /**
     * It, for people.
     *
     * @param written as it is stored
     */
    static String of(ContactField<?> field, String written, Locale locale) {
        var type = field.type();
        if (type.read(written).isEmpty()) {
            return written;
        }
        if (type.kind() == FieldType.Kind.YES_NO) {
            return written.equals("yes") ? Texts.of("fieldYes") : Texts.of("fieldNo");
        }
        return switch (type.kind()) {
            case DATE -> day(written, locale);
            case CHOICE -> field.optionLabel(written, locale);
            default -> written;
        };
    }

    private static String day(String written, Locale locale) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(LocalDate.parse(written));
    }
}
