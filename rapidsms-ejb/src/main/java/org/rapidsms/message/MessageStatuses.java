package org.rapidsms.message;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.rapidsms.schema.Sql;

/** Brings outgoing messages in line with what became of their transmissions. */
public final class MessageStatuses {

    private static final List<Status> ALL =
            List.copyOf(EnumSet.complementOf(EnumSet.of(Status.RECEIVED)));

    private static final String STATUS_OF_ONE =
            "select m.id, t.status from message m join transmission t on t.message_id = m.id"
                    + " where m.id = any(?) and m.phones = 1";

    /** Asked status by status, which an index answers at once, however many phones there are. */
    private static final String STATUSES_OF_MANY =
            "select m.id, "
                    + ALL.stream().map(MessageStatuses::isThere).collect(joining(", "))
                    + " from message m where m.id = any(?)";

    private MessageStatuses() {}

    private static String isThere(Status status) {
        return "case when exists (select 1 from transmission t where t.message_id = m.id"
                + " and t.status = '%s') then 1 else 0 end".formatted(status.letter());
    }

    /**
     * Gives messages the statuses that follow from their transmissions as they are stored now. Past
     * the entities: whoever holds one of a message sees its old status. The caller has changed or
     * locked a transmission of each in this transaction.
     *
     * @param messages the numbers of their rows
     */
    public static void follow(EntityManager entities, Collection<Long> messages, Instant now) {
        if (messages.isEmpty()) {
            return;
        }
        entities.flush();
        var sql = Sql.in(entities);
        var statuses = statusOfOne(sql, messages);
        var many = new TreeSet<>(messages);
        many.removeAll(statuses.keySet());
        if (!many.isEmpty()) {
            statuses.putAll(statusesOfMany(sql, many));
        }
        statuses.entrySet().stream()
                .collect(
                        groupingBy(
                                entry -> Status.ofOutgoing(entry.getValue()),
                                mapping(Map.Entry::getKey, toList())))
                .forEach((status, those) -> become(sql, status, those, now));
    }

    /**
     * Of those that go to one phone. Whoever asks holds its transmission, or has just stored it.
     */
    private static Map<Long, Set<Status>> statusOfOne(Sql sql, Collection<Long> messages) {
        var statuses = new HashMap<Long, Set<Status>>();
        sql.query(
                STATUS_OF_ONE,
                row -> statuses.put(row.getLong(1), EnumSet.of(Status.ofLetter(row.getString(2)))),
                messages);
        return statuses;
    }

    private static Map<Long, Set<Status>> statusesOfMany(Sql sql, Collection<Long> messages) {
        // Two calls for one message may end at once: the second must see what the first wrote.
        sql.query(
                "select id from message where id = any(?) order by id for update",
                row -> row.getLong(1),
                messages);
        return sql
                .query(
                        STATUSES_OF_MANY,
                        row -> Map.entry(row.getLong("id"), statuses(row)),
                        messages)
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Set<Status> statuses(ResultSet row) throws SQLException {
        var found = EnumSet.noneOf(Status.class);
        for (int i = 0; i < ALL.size(); i++) {
            if (row.getInt(i + 2) == 1) {
                found.add(ALL.get(i));
            }
        }
        return found;
    }

    private static void become(Sql sql, Status status, List<Long> messages, Instant now) {
        sql.update(
                "update message set status = ?, updated = ?,"
                        + " sent = case when ? then coalesce(sent, ?) else sent end,"
                        + " delivered = case when ? then coalesce(delivered, ?) else delivered end"
                        + " where id = any(?) and status <> ?",
                status.letter(),
                now,
                status == Status.SENT,
                now,
                status == Status.DELIVERED,
                now,
                messages,
                status.letter());
    }
}
