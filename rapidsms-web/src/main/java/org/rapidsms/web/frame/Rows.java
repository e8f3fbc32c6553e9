package org.rapidsms.web.frame;

import java.util.List;

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

    /** The key of a row. */
    long key(T row);
}
