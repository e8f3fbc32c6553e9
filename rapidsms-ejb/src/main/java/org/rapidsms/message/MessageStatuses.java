package org.rapidsms.message;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Brings outgoing messages in line with what became of their transmissions. */
public final class MessageStatuses {

    private static final List<Status> ALL =
            List.copyOf(EnumSet.complementOf(EnumSet.of(Status.RECEIVED)));

    /** Asked status by status, which an index answers at once, however many phones there are. */
    private static final String STATUSES =
            "select m.id, "
                    + ALL.stream().map(MessageStatuses::isThere).collect(Collectors.joining(", "))
                    + " from message m where m.id in (:ids)";

    private MessageStatuses() {}

    private static String isThere(Status status) {
        return "case when exists (select 1 from transmission t where t.message_id = m.id"
                + " and t.status = '%s') then 1 else 0 end".formatted(status.letter());
    }

    /** Gives messages the statuses that follow from their transmissions as they are stored now. */
    public static void follow(EntityManager entities, Collection<Message> messages, Instant now) {
        var byId =
                messages.stream()
                        .distinct()
                        .collect(Collectors.toMap(Message::getId, Function.identity()));
        if (byId.isEmpty()) {
            return;
        }
        entities.flush();
        // Two calls for one message may end at once: the second must see what the first wrote.
        entities.createQuery("select m from Message m where m.id in :ids order by m.id")
                .setParameter("ids", byId.keySet())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
        for (var row :
                entities.createNativeQuery(STATUSES)
                        .setParameter("ids", byId.keySet())
                        .getResultList()) {
            var columns = (Object[]) row;
            byId.get(((Number) columns[0]).longValue()).follow(statuses(columns), now);
        }
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
}
