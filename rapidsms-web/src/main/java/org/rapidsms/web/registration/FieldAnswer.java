package org.rapidsms.web.registration;

import java.io.Serializable;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rapidsms.contact.ContactField;
import org.rapidsms.contact.FieldType;

/**
 * What became of something that was typed into a field of a contact, or stood in a file for it.
 *
 * @param written the value as it is stored; empty if nothing was typed
 * @param fault what is wrong; null if nothing is
 * @param detail what there is to say of the fault; may be null
 */
record FieldAnswer(String written, FieldFault fault, String detail) implements Serializable {

    /**
     * Reads it.
     *
     * @param locale of whoever is told what is wrong
     */
    static <T> FieldAnswer of(ContactField<T> field, String typed, Locale locale) {
        var text = Typed.clean(typed);
        if (text.isEmpty()) {
            return field.isRequired() ? wrong(FieldFault.MISSING, null) : right("");
        }
        if (text.length() > FieldType.LONGEST) {
            return wrong(FieldFault.TOO_LONG, null);
        }
        if (!Typed.isPlain(text)) {
            return wrong(FieldFault.STRANGE, null);
        }
        return read(field, text, locale)
                .map(value -> judge(field, value, locale))
                .orElseGet(() -> wrong(FieldFault.no(field.type().kind()), options(field, locale)));
    }

    /** An option may be called by what people call it, too. */
    private static <T> Optional<T> read(ContactField<T> field, String text, Locale locale) {
        return field.type()
                .read(text)
                .or(
                        () ->
                                field.type().options().stream()
                                        .filter(o -> isCalled(field, o, text, locale))
                                        .findFirst()
                                        .flatMap(field.type()::read));
    }

    private static boolean isCalled(
            ContactField<?> field, String option, String text, Locale locale) {
        return field.optionLabel(option, locale).equalsIgnoreCase(text)
                || field.optionLabel(option, Locale.ENGLISH).equalsIgnoreCase(text);
    }

    private static <T> FieldAnswer judge(ContactField<T> field, T value, Locale locale) {
        return field.complaint(value, locale)
                .map(why -> wrong(FieldFault.OWN, why))
                .orElseGet(() -> right(field.type().write(value)));
    }

    private static String options(ContactField<?> field, Locale locale) {
        return field.type().options().stream()
                .map(option -> field.optionLabel(option, locale))
                .collect(Collectors.joining(", "));
    }

    private static FieldAnswer right(String written) {
        return new FieldAnswer(written, null, null);
    }

    private static FieldAnswer wrong(FieldFault fault, String detail) {
        return new FieldAnswer("", fault, detail);
    }

    boolean isWrong() {
        return fault != null;
    }

    /** What is wrong, in words. */
    String words() {
        return fault.words(detail);
    }
}
