package org.rapidsms.contact;

import java.util.Locale;
import java.util.Optional;

/**
 * One more thing to know of every contact, such as a village: what RapidSMS had "extensible models"
 * for.
 *
 * <p>An app declares it by a CDI bean. From then on it is in the form of a contact, in lists and
 * searches, and in files that are imported and exported; apps read and change it by {@link
 * Contact#get} and {@link Contact#set}. When its app is gone, its values are kept, and shown again
 * when the app comes back.
 *
 * <p>Two fields with the same key, or a key that is not written as told below, refuse to start.
 * Fields are shown with low {@link jakarta.annotation.Priority} first, where that is equal by key.
 *
 * <p>One object serves all threads.
 *
 * @param <T> what its values are
 */
public interface ContactField<T> {

    /** The longest key. */
    int KEY_LENGTH = 50;

    /**
     * What it is stored by, and the heading of its column in files: a letter of a to z, then
     * letters, digits and hyphens. It may not change, or its values are not found any more.
     */
    String key();

    /** What people call it, in their language or the nearest there is. */
    String label(Locale locale);

    /** What its values are, and how they are written. */
    FieldType<T> type();

    /** What people call one option of a {@linkplain FieldType#choice choice}. */
    default String optionLabel(String option, Locale locale) {
        return option;
    }

    /** Whether every contact that a form or a file brings must have it. Apps may leave it out. */
    default boolean isRequired() {
        return false;
    }

    /** Whether the list of contacts has a column for it. */
    default boolean isListed() {
        return false;
    }

    /**
     * Whether who searches contacts finds its values. Asked when a value is written and when the
     * application starts: from then on it holds for values that were written before, too.
     */
    default boolean isSearched() {
        return true;
    }

    /**
     * What is wrong with a value that is of the right type. Asked before each value is stored,
     * whoever brings it; a file may bring a hundred thousand, so it should be quick.
     *
     * @return what is wrong and what to do, in words for whoever typed it; empty if nothing is
     */
    default Optional<String> complaint(T value, Locale locale) {
        return Optional.empty();
    }
}
