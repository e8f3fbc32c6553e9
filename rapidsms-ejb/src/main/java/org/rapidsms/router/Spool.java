package org.rapidsms.router;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;
import static org.rapidsms.router.RouterLog.LOG;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.Queue;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.rapidsms.contact.Connection;
import org.rapidsms.message.IncomingMessage;
import org.rapidsms.message.Messaging;

/**
 * Receives what gateways bring, and keeps it while the database cannot be asked: in a persistent
 * queue, which {@link SpoolQueue} works off when it can.
 */
@Stateless
@PermitAll
@TransactionAttribute(NOT_SUPPORTED)
public class Spool {

    private static final String ID = "id";
    private static final String BACKEND = "backend";
    private static final String IDENTITY = "identity";
    private static final String TEXT = "text";
    private static final String FIELDS = "fields";

    @Resource(lookup = "java:/JmsXA")
    ConnectionFactory connections;

    @Resource(lookup = "java:/jms/queue/rapidsms/spool")
    Queue queue;

    @Inject Messaging messaging;

    @Inject Inbox inbox;

    /**
     * Receives a message. When this returns it survives the server: in the database, or else in the
     * queue.
     *
     * @throws EJBException if the database can be asked, and does not take it
     * @throws jakarta.jms.JMSRuntimeException if neither can be asked
     */
    public void receive(IncomingMessage message) {
        try {
            messaging.receive(message);
        } catch (EJBException e) {
            if (isDatabaseThere()) {
                throw e;
            }
            keep(message);
            LOG.spooled(message.id(), e.getMessage());
        }
    }

    private boolean isDatabaseThere() {
        try {
            inbox.ask();
            return true;
        } catch (EJBException e) {
            return false;
        }
    }

    private void keep(IncomingMessage message) {
        Map<String, Object> kept = new HashMap<>();
        kept.put(ID, message.id());
        kept.put(BACKEND, message.connection().getBackend());
        kept.put(IDENTITY, message.connection().getIdentity());
        kept.put(TEXT, message.rawText());
        kept.put(FIELDS, Inbox.json(message.fields()));
        kept.values().removeIf(Objects::isNull);
        try (var context = connections.createContext()) {
            context.createProducer().setDeliveryMode(DeliveryMode.PERSISTENT).send(queue, kept);
        }
    }

    /**
     * Receives a message that was kept. In the caller's transaction, so that it is either stored or
     * still kept.
     */
    @TransactionAttribute
    public void receive(Map<String, String> kept) {
        // Its first receipt may have got as far as the database.
        if (!inbox.knows(kept.get(ID))) {
            messaging.receive(
                    new IncomingMessage(
                            kept.get(ID),
                            new Connection(kept.get(BACKEND), kept.get(IDENTITY)),
                            kept.get(TEXT),
                            Inbox.fields(kept.get(FIELDS))));
        }
    }
}
