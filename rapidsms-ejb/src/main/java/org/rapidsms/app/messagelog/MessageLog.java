package org.rapidsms.app.messagelog;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.rapidsms.app.App;
import org.rapidsms.app.Verdict;
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

    @PersistenceContext EntityManager entities;

    @Override
    public void parse(IncomingMessage message) {
        entities.persist(
                new LogEntry(
                        message.id(), Direction.INCOMING, message.connection(), message.rawText()));
    }

    @Override
    public Verdict outgoing(OutgoingMessage message) {
        for (var phone : message.connections()) {
            entities.persist(new LogEntry(message.id(), Direction.OUTGOING, phone, message.text()));
        }
        return Verdict.PASS;
    }
}
