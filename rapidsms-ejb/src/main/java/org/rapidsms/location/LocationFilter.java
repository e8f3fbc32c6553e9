package org.rapidsms.location;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Which places are listed. */
public final class LocationFilter {

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new TreeMap<>();

    private String first = "";

    private LocationFilter() {}

    /** Those that lie in a place, not in one of its parts; null: those that lie in no other. */
    public static LocationFilter in(Long parent) {
        var filter = new LocationFilter();
        filter.first = "l.parent.id";
        return parent == null
                ? filter.and("l.parent is null", Map.of())
                : filter.and("l.parent.id = :parent", Map.of("parent", parent));
    }

    /**
     * Those anywhere that match.
     *
     * @param part of a name or a code; empty for all
     * @param type the number of their type; null for all
     */
    public static LocationFilter matching(String part, Long type) {
        var filter = new LocationFilter();
        if (!part.isEmpty()) {
            var literally = part.toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0");
            filter.and(
                    "(l.nameKey like :part escape '!' or l.codeKey like :part escape '!')",
                    Map.of("part", "%" + literally + "%"));
        }
        if (type != null) {
            filter.first = "l.type.id";
            filter.and("l.type.id = :type", Map.of("type", type));
        }
        return filter;
    }

    /** Those of which one thing more is true; this filter is not changed. */
    LocationFilter with(String condition, Map<String, ?> values) {
        var filter = new LocationFilter();
        filter.conditions.addAll(conditions);
        filter.parameters.putAll(parameters);
        filter.first = first;
        return filter.and(condition, values);
    }

    private LocationFilter and(String condition, Map<String, ?> values) {
        conditions.add(condition);
        parameters.putAll(values);
        return this;
    }

    /**
     * The clause that orders a place {@code l} by name.
     *
     * <p>It begins with what is the same for all of them, for so does the index: H2 would sort them
     * all to find the first few.
     */
    String order(boolean backwards) {
        var direction = backwards ? " desc" : "";
        return " order by "
                + (first.isEmpty() ? "" : first + direction + ", ")
                + "l.nameKey"
                + direction
                + ", l.id"
                + direction;
    }

    /** The clause that says so of a place {@code l}; empty if all places are listed. */
    String where() {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    /** The parameters of {@link #where()}. */
    Map<String, Object> parameters() {
        return Collections.unmodifiableMap(parameters);
    }
}
