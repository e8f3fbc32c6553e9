package org.rapidsms.contact;

import java.util.Map;

/** In which order contacts are listed. */
public enum ContactOrder {

    /** By name, capital letters or not; those of one name, oldest first. */
    NAME("c.nameKey >= :name and (c.nameKey > :name or c.id > :id)", "c.nameKey, c.id"),

    /** By name backwards. */
    NAME_BACKWARDS(
            "c.nameKey <= :name and (c.nameKey < :name or c.id < :id)",
            "c.nameKey desc, c.id desc"),

    /** Those that were made last, first. */
    NEWEST("c.id < :id", "c.id desc"),

    /** Those that were made first, first. */
    OLDEST("c.id > :id", "c.id");

    private final String after;
    private final String order;

    ContactOrder(String after, String order) {
        this.after = after;
        this.order = order;
    }

    /** What holds for a contact {@code c} that follows the one with this id and this name. */
    String after() {
        return after;
    }

    /** The parameters of {@link #after()}. */
    Map<String, ?> key(String name, long id) {
        return after.contains(":name") ? Map.of("name", name, "id", id) : Map.of("id", id);
    }

    String order() {
        return order;
    }

    /** The same order, read from its end. */
    public ContactOrder reversed() {
        return switch (this) {
            case NAME -> NAME_BACKWARDS;
            case NAME_BACKWARDS -> NAME;
            case NEWEST -> OLDEST;
            case OLDEST -> NEWEST;
        };
    }
}
