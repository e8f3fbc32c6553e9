package org.rapidsms.admin;

import java.util.List;

/**
 * Finds the newest rows of a table that may have millions.
 *
 * <p>H2 walks no index backwards: asked for the newest of many rows, it sorts them all. So it is
 * asked for those of a stretch of numbers, which grows until they are enough.
 */
public final class NewestRows {

    private static final long FIRST_STRETCH = 500;
    private static final int GROWTH = 10;

    private NewestRows() {}

    /**
     * The newest rows with numbers between two, both included, newest first.
     *
     * @param most how many are enough
     * @param stretch asks the database
     */
    public static <T> List<T> between(long low, long high, int most, Stretch<T> stretch) {
        long length = FIRST_STRETCH;
        var found = stretch.between(Math.max(low, high - length + 1), high);
        while (found.size() < most && length <= high - low) {
            length *= GROWTH;
            found = stretch.between(Math.max(low, high - length + 1), high);
        }
        return found;
    }

    /** Asks the database for rows. */
    @FunctionalInterface
    public interface Stretch<T> {

        /**
         * The newest rows with numbers between these two, both included, newest first; no more than
         * are enough.
         */
        List<T> between(long low, long high);
    }
}
