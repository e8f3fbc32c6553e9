package org.rapidsms.web.frame;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * One page of a long list, newest first.
 *
 * <p>It begins or ends at the key of a row, not at a count of rows: so it stays what it is while
 * new rows arrive, and the thousandth page costs no more than the first.
 *
 * @param <T> a row
 */
public final class Page<T> implements Serializable {

    private static final long serialVersionUID = 1L;

    private final ArrayList<T> rows;
    private final boolean newer;
    private final boolean older;
    private final long firstKey;
    private final long lastKey;

    private Page(Rows<T> source, List<T> rows, boolean newer, boolean older) {
        this.rows = new ArrayList<>(rows);
        this.newer = newer;
        this.older = older;
        this.firstKey = rows.isEmpty() ? 0 : source.key(rows.get(0));
        this.lastKey = rows.isEmpty() ? 0 : source.key(rows.get(rows.size() - 1));
    }

    /**
     * The page that an address asks for. What makes no sense, or leads to nothing, is the first.
     *
     * @param before the {@code before} of the address: rows older than this; or null
     * @param after the {@code after} of the address: rows newer than this; or null
     * @param size how many rows at most
     */
    public static <T> Page<T> of(Rows<T> source, String before, String after, int size) {
        if (isKey(after)) {
            return after(source, Long.parseLong(after), size);
        }
        if (isKey(before)) {
            return before(source, Long.parseLong(before), size);
        }
        return first(source, size);
    }

    private static boolean isKey(String text) {
        return text != null && text.matches("[0-9]{1,18}");
    }

    private static <T> Page<T> first(Rows<T> source, int size) {
        var found = source.before(Long.MAX_VALUE, size + 1);
        return new Page<>(source, cut(found, size), false, found.size() > size);
    }

    private static <T> Page<T> before(Rows<T> source, long key, int size) {
        var found = source.before(key, size + 1);
        return found.isEmpty()
                ? first(source, size)
                : new Page<>(source, cut(found, size), true, found.size() > size);
    }

    private static <T> Page<T> after(Rows<T> source, long key, int size) {
        var found = source.after(key, size + 1);
        if (found.size() <= size) {
            // The newest rows: a first page that is full and goes on changing.
            return first(source, size);
        }
        var newestFirst = new ArrayList<>(cut(found, size));
        Collections.reverse(newestFirst);
        return new Page<>(source, newestFirst, true, true);
    }

    private static <T> List<T> cut(List<T> found, int size) {
        return found.subList(0, Math.min(size, found.size()));
    }

    public List<T> getRows() {
        return Collections.unmodifiableList(rows);
    }

    /** Whether there are rows before the first one here. */
    public boolean isNewer() {
        return newer;
    }

    /** Whether there are rows after the last one here. */
    public boolean isOlder() {
        return older;
    }

    public long getFirstKey() {
        return firstKey;
    }

    public long getLastKey() {
        return lastKey;
    }
}
