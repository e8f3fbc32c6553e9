package org.rapidsms.web.registration;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;
import org.rapidsms.contact.Contact;

/** How a language is written down: BCP 47, such as {@code pt-BR}. */
final class LanguageTag {

    private LanguageTag() {}

    /** The tag as it is usually written, if it is one; an empty one stays empty. */
    static Optional<String> of(String typed) {
        if (typed.isEmpty()) {
            return Optional.of("");
        }
        try {
            var tag = new Locale.Builder().setLanguageTag(typed).build().toLanguageTag();
            return Optional.of(tag).filter(t -> t.length() <= Contact.LANGUAGE_LENGTH);
        } catch (IllformedLocaleException e) {
            return Optional.empty();
        }
    }
}
