package org.rapidsms.web.registration;

import org.rapidsms.contact.Connection;
import org.rapidsms.contact.Contact;
import org.rapidsms.web.frame.Texts;

/** Why a line of a file cannot be a contact, fields aside. */
enum LineFault {
    UNREADABLE,
    CELLS,
    SURPLUS,
    NO_IDENTITY,
    BACKEND,
    NAME_LONG,
    IDENTITY_LONG,
    STRANGE,
    LANGUAGE,
    DIFFERENT,
    TWICE,
    TAKEN;

    /**
     * It in words.
     *
     * @param detail the backend, the language, the owner, or how many cells there are
     */
    String words(String detail) {
        return switch (this) {
            case UNREADABLE -> Texts.of("lineUnreadable");
            case CELLS -> Texts.of("lineFields", Integer.parseInt(detail));
            case SURPLUS -> Texts.of("lineSurplus");
            case NO_IDENTITY -> Texts.of("lineIdentity");
            case BACKEND -> Texts.of("lineBackend", detail);
            case NAME_LONG -> Texts.of("nameTooLong", Contact.NAME_LENGTH);
            case IDENTITY_LONG -> Texts.of("identityTooLong", Connection.IDENTITY_LENGTH);
            case STRANGE -> Texts.of("lineStrange");
            case LANGUAGE -> Texts.of("lineLanguage", detail);
            case DIFFERENT -> Texts.of("lineDifferent");
            case TWICE -> Texts.of("lineTwice");
            case TAKEN -> Texts.of("lineTaken", detail.isEmpty() ? Texts.of("anonymous") : detail);
        };
    }
}
