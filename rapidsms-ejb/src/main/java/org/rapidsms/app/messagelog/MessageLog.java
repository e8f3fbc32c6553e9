package org.rapidsms.app.messagelog;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.rapidsms.app.App;
import org.rapidsms.app.Verdict;
import org.rapidsms.contact.Connection;
import org.rapidsms.message.Direction;
import org.rapidsms.message.IncomingMessage;
import org.rapidsms.message.OutgoingMessage;

/**
 * Writes the message log: what came, as it came, and what leaves, as it leaves.
 *
 * <p>It stands before all other apps. So it sees an outgoing message last, when the others have
 * changed or dropped it.
 */
@ApplicationScoped
@Priority(100)
public class MessageLog implements App {

    /** How many lines are written at once, and forgotten by the entity manager before the next. */
    private static final int CHUNK = 5000;

    @PersistenceContext EntityManager entities;

    @Override
    public void parse(IncomingMessage message) {
        entities.persist(
                new LogEntry(
                        message.id(), Direction.INCOMING, message.connection(), message.rawText()));
    }

    @Override
    public Verdict outgoing(OutgoingMessage message) {
        var phones = message.connections();
        for (int i = 0; i < phones.size(); i += CHUNK) {
            write(message, phones.subList(i, Math.min(phones.size(), i + CHUNK)));
        }
        return Verdict.PASS;
    }

    private void write(OutgoingMessage message, List<Connection> phones) {
        var written =
                phones.stream()
                        .map(p -> new LogEntry(message.id(), Direction.OUTGOING, p, message.text()))
                        .toList();
        written.forEach(entities::persist);
        if (phones.size() == CHUNK) {
            entities.flush();
            written.forEach(entities::detach);
        }
    }
}
