package org.rapidsms.message;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Brings outgoing messages in line with what became of their transmissions. */
public final class MessageStatuses {

    private static final List<Status> ALL =
            List.copyOf(EnumSet.complementOf(EnumSet.of(Status.RECEIVED)));

    /** Asked status by status, which an index answers at once, however many phones there are. */
    private static final String STATUSES =
            "select m.id, "
                    + ALL.stream().map(MessageStatuses::isThere).collect(joining(", "))
                    + " from message m where m.id in (:messages)";

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
        entities.createNativeQuery(
                        "select id from message where id in (:messages) order by id for update")
                .setParameter("messages", rows)
                .getResultList();
        List<?> found =
                entities.createNativeQuery(STATUSES).setParameter("messages", rows).getResultList();
        found.stream()
                .map(row -> (Object[]) row)
                .collect(
                        groupingBy(
                                columns -> Status.ofOutgoing(statuses(columns)),
                                mapping(columns -> ((Number) columns[0]).longValue(), toList())))
                .forEach((status, those) -> become(entities, status, those, now));
    }

    private static Set<Status> statuses(Object[] columns) {
        var found = EnumSet.noneOf(Status.class);
        for (int i = 0; i < ALL.size(); i++) {
            if (((Number) columns[i + 1]).intValue() == 1) {
                found.add(ALL.get(i));
            }
        }
        return found;
    }

    private static void become(
            EntityManager entities, Status status, List<Long> messages, Instant now) {
        var since =
                switch (status) {
                    case SENT -> ", sent = coalesce(sent, :now)";
                    case DELIVERED -> ", delivered = coalesce(delivered, :now)";
                    default -> "";
                };
        entities.createNativeQuery(
                        "update message set status = :status, updated = :now"
                                + since
                                + " where id in (:messages) and status <> :status")
                .setParameter("status", status.letter())
                .setParameter("now", now)
                .setParameter("messages", messages)
                .executeUpdate();
    }
}
