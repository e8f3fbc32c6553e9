package org.rapidsms.router;

import static org.rapidsms.router.RouterLog.LOG;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.rapidsms.contact.Connection;
import org.rapidsms.contact.Connections;
import org.rapidsms.message.IncomingMessage;
import org.rapidsms.message.Messaging;
import org.rapidsms.message.OutgoingMessage;

/** Stores what is received and sent, and leaves it to the kind of router that is set. */
@ApplicationScoped
public class MessageRouter implements Messaging {

    /** How many messages that come at the same time are stored in one transaction. */
    private static final int TOGETHER = 50;

    @Inject Inbox inbox;

    @Inject Connections connections;

    @Inject OutgoingWorker worker;

    @Inject RouterKinds kinds;

    @Inject AfterCommit afterCommit;

    private final GroupCommit<IncomingMessage, Optional<Stored>> intake =
            new GroupCommit<>(TOGETHER, messages -> inbox.put(messages));

    @Override
    public <M extends IncomingMessage> M receive(M message) {
        var kind = kinds.of(message.connection().getBackend());
        if (kind.keeps(message)) {
            return message;
        }
        store(message)
                .ifPresentOrElse(
                        stored -> afterCommit.run(() -> kind.received(stored, message)),
                        () -> LOG.repeated(message.externalId().orElse("")));
        return message;
    }

    private Optional<Stored> store(IncomingMessage message) {
        try {
            return afterCommit.isAwaited()
                    ? inbox.put(List.of(message)).get(0)
                    : intake.join(message);
        } catch (EJBException e) {
            if (inbox.has(message)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public <M extends OutgoingMessage> M send(M message) {
        var batches = worker.route(message);
        afterCommit.run(() -> batches.forEach(batch -> kinds.of(batch.backend()).queued(batch)));
        return message;
    }

    @Override
    public List<Connection> lookupConnections(String backend, Collection<String> identities) {
        return connections.lookup(
                identities.stream().map(identity -> new Connection(backend, identity)).toList());
    }
}
