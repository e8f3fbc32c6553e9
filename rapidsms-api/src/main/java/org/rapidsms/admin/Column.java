package org.rapidsms.admin;

import java.util.function.Function;

/**
 * One thing that is shown of a row.
 *
 * @param name of its words
 * @param value what is shown: an {@link java.time.Instant}, a Boolean, an Enum, or anything that
 *     has a {@code toString()}; null for nothing
 * @param link the path that it leads to, such as {@code /admin/contacts/7/}; null for none
 * @param <T> a row
 */
public record Column<T>(String name, Function<T, ?> value, Function<T, String> link) {

    /** Makes one that leads nowhere. */
    public Column(String name, Function<T, ?> value) {
        this(name, value, row -> null);
    }
}
