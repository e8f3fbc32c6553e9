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
import org.rapidsms.message.IncomingMessage;
import org.rapidsms.message.Messaging;
import org.rapidsms.queue.KeptMessage;

/**
 * Receives what gateways bring, and keeps it while the database cannot be asked: in a persistent
 * queue, which {@link SpoolQueue} works off when it can.
 */
@Stateless
@PermitAll
@TransactionAttribute(NOT_SUPPORTED)
public class Spool {

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

    /** Whether the database can be asked. */
    public boolean isDatabaseThere() {
        try {
            inbox.ask();
            return true;
        } catch (EJBException e) {
            return false;
        }
    }

    /**
     * Keeps a message until the database can be asked; in the caller's transaction, if it has one.
     */
    @TransactionAttribute
    public void keep(IncomingMessage message) {
        try (var context = connections.createContext()) {
            context.createProducer()
                    .setDeliveryMode(DeliveryMode.PERSISTENT)
                    .send(queue, KeptMessage.of(message));
        }
    }

    /**
     * Receives a message that was kept. In the caller's transaction, so that it is either received
     * or still kept.
     */
    @TransactionAttribute
    public void again(IncomingMessage kept) {
        // Its first receipt may have got as far as the database.
        if (!inbox.knows(kept.id())) {
            messaging.receive(kept);
        }
    }
}
