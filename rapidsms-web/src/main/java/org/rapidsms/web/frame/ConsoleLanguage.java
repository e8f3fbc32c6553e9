package org.rapidsms.web.frame;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A language that the console speaks. */
public enum ConsoleLanguage {
    ENGLISH("English", "en"),
    FRENCH("Français", "fr"),
    /** With the digits that phones, files and fields have too. */
    ARABIC("العربية", "ar-u-nu-latn");

    private final String ownName;
    private final Locale locale;

    ConsoleLanguage(String ownName, String tag) {
        this.ownName = ownName;
        this.locale = Locale.forLanguageTag(tag);
    }

    /** The one that is spoken where this is wanted: French for the French of Cameroon. */
    static Optional<ConsoleLanguage> of(Locale wanted) {
        return Arrays.stream(values())
                .filter(language -> language.getTag().equals(wanted.getLanguage()))
                .findFirst();
    }

    /** The one that is meant by a tag such as {@code fr} or {@code fr-CM}. */
    public static Optional<ConsoleLanguage> of(String tag) {
        return of(Locale.forLanguageTag(tag));
    }

    Locale locale() {
        return locale;
    }

    /** Its name in itself. */
    public String getOwnName() {
        return ownName;
    }

    public String getTag() {
        return locale.getLanguage();
    }
}
