package org.rapidsms.message;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tells of one stored message what it belongs to and how far it has come, to how many. */
@Stateless
@PermitAll
public class Journeys {

    private static final String TRANSMISSIONS =
            "select t from Transmission t join fetch t.connection join fetch t.message"
                    + " left join fetch t.connection.contact where t.message.messageId = :message and t.id ";

    @PersistenceContext EntityManager entities;

    /** A message by its name, with the one that it answers. */
    public Optional<Message> find(String messageId) {
        return entities.createQuery(
                        "select m from Message m left join fetch m.inResponseTo"
                                + " where m.messageId = :message",
                        Message.class)
                .setParameter("message", messageId)
                .getResultStream()
                .findFirst();
    }

    /** The messages of these names, as far as they are there. */
    public Map<String, Message> byName(Collection<String> messageIds) {
        return entities.createQuery(
                        "select m from Message m where m.messageId in :ids", Message.class)
                .setParameter("ids", messageIds)
                .getResultStream()
                .collect(Collectors.toMap(Message::getMessageId, Function.identity()));
    }

    /** What was answered to a message, oldest first. */
    public List<Message> answers(String messageId, int most) {
        return entities.createQuery(
                        "select m from Message m where m.inResponseTo.messageId = :message"
                                + " order by m.id",
                        Message.class)
                .setParameter("message", messageId)
                .setMaxResults(most)
                .getResultList();
    }

    /** How many of a message's transmissions have which status; a status of none is left out. */
    public Map<Status, Long> count(String messageId) {
        var counts = new EnumMap<Status, Long>(Status.class);
        entities.createQuery(
                        "select t.status, count(t) from Transmission t"
                                + " where t.message.messageId = :message group by t.status",
                        Tuple.class)
                .setParameter("message", messageId)
                .getResultStream()
                .forEach(row -> counts.put(row.get(0, Status.class), row.get(1, Long.class)));
        return counts;
    }

    /** Since when somebody waits for a message, or an answer, that is still queued. */
    public Optional<Instant> oldestQueued() {
        return entities.createQuery(
                        "select t.date from Transmission t where t.status = :queued order by t.id",
                        Instant.class)
                .setParameter("queued", Status.QUEUED)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** What gateways have told of a message, oldest first. */
    public List<ReceivedReport> reports(String messageId, int most) {
        return entities.createQuery(
                        "select r from ReceivedReport r where r.messageId = :message order by r.id",
                        ReceivedReport.class)
                .setParameter("message", messageId)
                .setMaxResults(most)
                .getResultList();
    }

    /** What went wrong when a message was sent, oldest first. */
    public List<Setback> setbacks(String messageId, int most) {
        return entities.createQuery(
                        "select s from Setback s join fetch s.transmission"
                                + " join fetch s.transmission.connection"
                                + " where s.transmission.message.messageId = :message order by s.id",
                        Setback.class)
                .setParameter("message", messageId)
                .setMaxResults(most)
                .getResultList();
    }

    /** A message's transmissions with smaller numbers, largest first. */
    public List<Transmission> before(String messageId, long id, int most) {
        return list(query(TRANSMISSIONS + "< :id order by t.id desc"), messageId, id, most);
    }

    /** A message's transmissions with larger numbers, smallest first. */
    public List<Transmission> after(String messageId, long id, int most) {
        return list(query(TRANSMISSIONS + "> :id order by t.id"), messageId, id, most);
    }

    private TypedQuery<Transmission> query(String jpql) {
        return entities.createQuery(jpql, Transmission.class);
    }

    private static List<Transmission> list(
            TypedQuery<Transmission> query, String messageId, long id, int most) {
        return query.setParameter("message", messageId)
                .setParameter("id", id)
                .setMaxResults(most)
                .getResultList();
    }
}
