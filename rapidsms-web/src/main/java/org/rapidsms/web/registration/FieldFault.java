package org.rapidsms.web.registration;

import org.rapidsms.contact.FieldType;
import org.rapidsms.web.frame.Texts;

/** What may be wrong with what was typed into a field of a contact. */
enum FieldFault {
    MISSING,
    NUMBER,
    DATE,
    YES_NO,
    CHOICE,
    TOO_LONG,
    STRANGE,
    /** The field itself has complained. */
    OWN;

    /** That something is no value of this kind. */
    static FieldFault no(FieldType.Kind kind) {
        return switch (kind) {
            case NUMBER -> NUMBER;
            case DATE -> DATE;
            case YES_NO -> YES_NO;
            case CHOICE -> CHOICE;
            case TEXT -> STRANGE;
        };
    }

    /**
     * It in words.
     *
     * @param detail the field's own words, or the options of a choice
     */
    String words(String detail) {
        return switch (this) {
            case MISSING -> Texts.of("fieldMissing");
            case NUMBER -> Texts.of("fieldNumber");
            case DATE -> Texts.of("fieldDate");
            case YES_NO -> Texts.of("fieldYesNo");
            case CHOICE -> Texts.of("fieldChoice", detail);
            case TOO_LONG -> Texts.of("fieldTooLong", FieldType.LONGEST);
            case STRANGE -> Texts.of("fieldStrange");
            case OWN -> detail;
        };
    }
}
