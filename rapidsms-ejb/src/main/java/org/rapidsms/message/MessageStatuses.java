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

    /** So many transmissions are looked at one by one. */
    private static final int FEW = 500;

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
     * the entities: whoever holds one of a message sees its old status.
     *
     * @param messages the numbers of their rows
     */
    public static void follow(EntityManager entities, Collection<Long> messages, Instant now) {
        if (messages.isEmpty()) {
            return;
        }
        var rows = new TreeSet<>(messages);
        entities.flush();
        // Two calls for one message may end at once: the second must see what the first wrote.
        var sql = Sql.in(entities);
        sql.query(
                "select id from message where id = any(?) order by id for update",
                row -> row.getLong(1),
                rows);
        statuses(sql, rows).entrySet().stream()
                .collect(
                        groupingBy(
                                entry -> Status.ofOutgoing(entry.getValue()),
                                mapping(Map.Entry::getKey, toList())))
                .forEach((status, those) -> become(sql, status, those, now));
    }

    private static Map<Long, Set<Status>> statuses(Sql sql, Set<Long> messages) {
        record Found(long message, Status status) {}
        var few =
                sql.query(
                        "select message_id, status from transmission where message_id = any(?)"
                                + " limit ?",
                        row -> new Found(row.getLong(1), Status.ofLetter(row.getString(2))),
                        messages,
                        FEW);
        if (few.size() == FEW) {
            return statusesOfMany(sql, messages);
        }
        var statuses = new HashMap<Long, Set<Status>>();
        messages.forEach(message -> statuses.put(message, EnumSet.noneOf(Status.class)));
        few.forEach(found -> statuses.get(found.message()).add(found.status()));
        return statuses;
    }

    private static Map<Long, Set<Status>> statusesOfMany(Sql sql, Set<Long> messages) {
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
