package org.rapidsms.text;

import java.util.Optional;

/**
 * A language that has septets of its own (3GPP TS 23.038 §6.2.1.2.4 and annex A).
 *
 * <p>Not every phone and network knows them, so none is written unless somebody asks for it; all
 * are read.
 */
public enum NationalLanguage {
    /** None of them: the default alphabet and its extension. */
    NONE,
    TURKISH,
    /** Has no alphabet of its own, only an extension. */
    SPANISH,
    PORTUGUESE,
    /** And Assamese. */
    BENGALI,
    GUJARATI,
    HINDI,
    KANNADA,
    MALAYALAM,
    ORIYA,
    PUNJABI,
    TAMIL,
    TELUGU,
    URDU;

    /** The number that a header names it by. */
    public int identifier() {
        return ordinal();
    }

    /** The language of a number; empty if the standard has given it to none. */
    public static Optional<NationalLanguage> of(int identifier) {
        return identifier >= 0 && identifier < values().length
                ? Optional.of(values()[identifier])
                : Optional.empty();
    }

    /** What septets mean where this language's alphabet is locked in. */
    SeptetTable locking() {
        return SeptetTable.of(this, SeptetTable.Kind.LOCKING);
    }

    /** What septets mean after an escape. */
    SeptetTable shift() {
        return SeptetTable.of(this, SeptetTable.Kind.SHIFT);
    }
}
