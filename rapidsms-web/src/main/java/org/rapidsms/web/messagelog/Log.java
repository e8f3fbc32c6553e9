package org.rapidsms.web.messagelog;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.rapidsms.app.messagelog.LogEntry;
import org.rapidsms.app.messagelog.LogFilter;
import org.rapidsms.app.messagelog.LogSearch;
import org.rapidsms.app.messagelog.PreparedSearch;
import org.rapidsms.message.Direction;
import org.rapidsms.message.Message;
import org.rapidsms.message.Transmission;

/** Reads the message log, and with each line how far its message has come. */
@Stateless
@LocalBean
@PermitAll
public class Log {

    @PersistenceContext(unitName = "rapidsms")
    EntityManager entities;

    @Inject LogSearch search;

    /** Finds out where to look: see {@link LogSearch#prepare}. */
    public PreparedSearch prepare(LogFilter filter) {
        return search.prepare(filter);
    }

    /** Lines with smaller numbers than a key, newest first. */
    public List<LogLine> before(PreparedSearch wanted, long key, int most) {
        return lines(search.before(wanted, key, most));
    }

    /** Lines with larger numbers than a key, oldest first. */
    public List<LogLine> after(PreparedSearch wanted, long key, int most) {
        return lines(search.after(wanted, key, most));
    }

    /** The number down to which {@link #before} looks, if there are smaller ones. */
    public OptionalLong horizonBefore(PreparedSearch wanted, long key) {
        return search.horizonBefore(wanted, key);
    }

    /** The number up to which {@link #after} looks, if there are larger ones. */
    public OptionalLong horizonAfter(PreparedSearch wanted, long key) {
        return search.horizonAfter(wanted, key);
    }

    private List<LogLine> lines(List<LogEntry> entries) {
        var states = incoming(entries);
        states.putAll(outgoing(entries));
        return entries.stream().map(e -> new LogLine(e, states.get(journey(e)))).toList();
    }

    private Map<Journey, State> incoming(List<LogEntry> entries) {
        var states = new HashMap<Journey, State>();
        entities.createQuery("select m from Message m where m.messageId in :ids", Message.class)
                .setParameter("ids", ids(entries, Direction.INCOMING))
                .getResultStream()
                .forEach(m -> states.put(Journey.of(m), State.ofIncoming(m)));
        return states;
    }

    /** The phones are named too: a message may have gone to thousands that are not asked for. */
    private Map<Journey, State> outgoing(List<LogEntry> entries) {
        var states = new HashMap<Journey, State>();
        entities.createQuery(
                        "select t from Transmission t join fetch t.message join fetch t.connection"
                                + " where t.message.messageId in :ids"
                                + " and t.connection.identity in :identities",
                        Transmission.class)
                .setParameter("ids", ids(entries, Direction.OUTGOING))
                .setParameter("identities", entries.stream().map(LogEntry::getIdentity).toList())
                .getResultStream()
                .forEach(t -> states.put(Journey.of(t), State.ofOutgoing(t.getStatus())));
        return states;
    }

    private static List<String> ids(List<LogEntry> entries, Direction direction) {
        return entries.stream()
                .filter(e -> e.getDirection() == direction)
                .map(LogEntry::getMessageId)
                .toList();
    }

    private static Journey journey(LogEntry entry) {
        return entry.getDirection() == Direction.INCOMING
                ? new Journey(entry.getMessageId(), "", "")
                : new Journey(entry.getMessageId(), entry.getBackend(), entry.getIdentity());
    }

    /** A message and, if it is outgoing, the phone that it goes to. */
    private record Journey(String messageId, String backend, String identity) {

        static Journey of(Message message) {
            return new Journey(message.getMessageId(), "", "");
        }

        static Journey of(Transmission transmission) {
            return new Journey(
                    transmission.getMessage().getMessageId(),
                    transmission.getConnection().getBackend(),
                    transmission.getConnection().getIdentity());
        }
    }
}
