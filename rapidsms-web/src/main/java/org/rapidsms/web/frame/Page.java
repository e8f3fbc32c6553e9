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
    private final boolean cut;

    private Page(
            List<T> rows, boolean newer, boolean older, long firstKey, long lastKey, boolean cut) {
        this.rows = new ArrayList<>(rows);
        this.newer = newer;
        this.older = older;
        this.firstKey = firstKey;
        this.lastKey = lastKey;
        this.cut = cut;
    }

    private static <T> Page<T> whole(Rows<T> source, List<T> rows, boolean newer, boolean older) {
        long first = rows.isEmpty() ? 0 : source.key(rows.get(0));
        long last = rows.isEmpty() ? 0 : source.key(rows.get(rows.size() - 1));
        return new Page<>(rows, newer, older, first, last, false);
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
        return before(source, Long.MAX_VALUE, size);
    }

    private static <T> Page<T> before(Rows<T> source, long key, int size) {
        boolean newer = key < Long.MAX_VALUE;
        var found = source.before(key, size + 1);
        if (found.size() > size) {
            return whole(source, cut(found, size), newer, true);
        }
        var horizon = source.horizonBefore(key);
        if (horizon.isPresent()) {
            long first = found.isEmpty() ? key - 1 : source.key(found.get(0));
            return new Page<>(found, newer, true, first, horizon.getAsLong(), true);
        }
        return found.isEmpty() && newer ? first(source, size) : whole(source, found, newer, false);
    }

    private static <T> Page<T> after(Rows<T> source, long key, int size) {
        var found = source.after(key, size + 1);
        var newestFirst = new ArrayList<>(cut(found, size));
        Collections.reverse(newestFirst);
        if (found.size() > size) {
            return whole(source, newestFirst, true, true);
        }
        var horizon = source.horizonAfter(key);
        if (horizon.isPresent()) {
            long last = found.isEmpty() ? key + 1 : source.key(found.get(0));
            return new Page<>(newestFirst, true, true, horizon.getAsLong(), last, true);
        }
        // The newest rows: a first page that is full and goes on changing.
        return first(source, size);
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

    /** Whether it is not full because its source has looked no further (see {@link Rows}). */
    public boolean isCut() {
        return cut;
    }

    public long getFirstKey() {
        return firstKey;
    }

    public long getLastKey() {
        return lastKey;
    }
}
