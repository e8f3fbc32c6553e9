package org.rapidsms.console;

import java.util.Locale;

/**
 * A link in the navigation of the console, beside those of the bundled pages.
 *
 * <p>An entry is a CDI bean in a jar with a {@code META-INF/beans.xml}, and one instance is asked
 * by many threads at once, whenever a page is shown. One that throws, or gives null, is left out
 * and logged.
 */
public interface NavigationEntry {

    /** The address that it leads to, such as {@code /messagelog/}; a slash begins it. */
    String path();

    /** One of the console's icons, such as {@code people}; an unknown one gets a plain icon. */
    String icon();

    /** Its words in a reader's language; one of the console's languages. */
    String label(Locale language);

    /** Its words where room is scarce: one word, if possible. */
    default String shortLabel(Locale language) {
        return label(language);
    }

    /** Whether it is shown to administrators only. This hides a link, and guards no page. */
    default boolean isStaffOnly() {
        return false;
    }

    /** Low numbers come first; the bundled entries have 100, 200 and so on. */
    default int priority() {
        return 2000;
    }
}
