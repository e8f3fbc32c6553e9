package org.rapidsms.web.frame;

import java.util.List;
import java.util.OptionalLong;

/**
 * Where the rows of a long list come from. Each row has a key, and newer rows have greater keys.
 *
 * @param <T> a row
 */
public interface Rows<T> {

    /** The rows with smaller keys, newest first. */
    List<T> before(long key, int most);

    /** The rows with greater keys, oldest first. */
    List<T> after(long key, int most);

    /** How far {@link #before} looks from a key: at no row with a smaller key; empty if at all. */
    default OptionalLong horizonBefore(long key) {
        return OptionalLong.empty();
    }

    /** How far {@link #after} looks from a key: at no row with a greater key; empty if at all. */
    default OptionalLong horizonAfter(long key) {
        return OptionalLong.empty();
    }

    /** The key of a row. */
    long key(T row);
}
