package org.rapidsms.app.messagelog;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.rapidsms.message.Direction;

/** A filter in the words of the database: conditions, and the values that they name. */
final class Wanted {

    private static final String INCOMING =
            "(e.direction = :in and exists (select m from Message m"
                    + " where m.messageId = e.messageId and m.status in :statuses%s))";

    private static final String OUTGOING =
            "(e.direction = :out and exists (select t from Transmission t"
                    + " where t.message.messageId = e.messageId and t.status in :statuses"
                    + " and t.connection.backend = e.backend"
                    + " and t.connection.identity = e.identity))";

    private final StringBuilder conditions = new StringBuilder();
    private final Map<String, Object> parameters = new HashMap<>();

    Wanted(LogFilter filter) {
        contains("lower(e.text) like :text escape '!'", "text", filter.text());
        contains(
                "(lower(e.identity) like :who escape '!' or lower(c.name) like :who escape '!')",
                "who",
                filter.who());
        add("e.identity in :identities", "identities", filter.identities());
        add("e.backend = :backend", "backend", filter.backend());
        add("e.direction = :direction", "direction", filter.direction());
        add("e.date >= :from", "from", filter.from());
        add("e.date < :until", "until", filter.until());
        if (filter.reached() != null) {
            reached(filter.reached());
        }
    }

    private void contains(String condition, String name, String words) {
        if (words != null) {
            var escaped = words.toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0");
            add(condition, name, "%" + escaped + "%");
        }
    }

    private void add(String condition, String name, Object value) {
        if (value != null) {
            conditions.append(" and ").append(condition);
            parameters.put(name, value);
        }
    }

    private void reached(LogFilter.Reached reached) {
        var incoming = INCOMING.formatted(handled(reached.handled()));
        add(
                reached.direction() == null
                        ? "(" + incoming + " or " + OUTGOING + ")"
                        : reached.direction() == Direction.INCOMING ? incoming : OUTGOING,
                "statuses",
                reached.statuses());
        if (reached.direction() != Direction.OUTGOING) {
            parameters.put("in", Direction.INCOMING);
        }
        if (reached.direction() != Direction.INCOMING) {
            parameters.put("out", Direction.OUTGOING);
        }
    }

    private static String handled(Boolean handled) {
        if (handled == null) {
            return "";
        }
        return handled ? " and m.handledBy is not null" : " and m.handledBy is null";
    }

    /** Empty, or beginning with {@code and}. */
    String conditions() {
        return conditions.toString();
    }

    Map<String, Object> parameters() {
        return parameters;
    }
}
