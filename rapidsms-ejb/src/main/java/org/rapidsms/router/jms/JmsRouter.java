package org.rapidsms.router.jms;

import static org.rapidsms.router.jms.JmsRouterLog.LOG;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Queue;
import jakarta.transaction.TransactionSynchronizationRegistry;
import org.rapidsms.message.IncomingMessage;
import org.rapidsms.queue.KeptMessage;
import org.rapidsms.router.Batch;
import org.rapidsms.router.Doorbell;
import org.rapidsms.router.RouterKind;
import org.rapidsms.router.Stored;

/**
 * Keeps what comes in a persistent queue: when a webhook is answered, the queue has the message,
 * and nobody has asked the database. RapidSMS's {@code CeleryRouter}.
 */
@ApplicationScoped
public class JmsRouter implements RouterKind {

    /** By this the broker knows what it has been given before. */
    private static final String DUPLICATE = "_AMQ_DUPL_ID";

    @Resource(lookup = "java:/JmsXA")
    ConnectionFactory connections;

    @Resource(lookup = "java:/jms/queue/rapidsms/inbox")
    Queue inbox;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transactions;

    @Inject Doorbell doorbell;

    @Override
    public String name() {
        return "jms";
    }

    @Override
    public boolean keeps(IncomingMessage message) {
        try (var context = connections.createContext()) {
            var producer = context.createProducer();
            // Inside a transaction the broker would refuse all of it: the inbox finds it there.
            if (transactions.getTransactionKey() == null) {
                message.externalId()
                        .ifPresent(id -> producer.setProperty(DUPLICATE, of(message, id)));
            }
            producer.send(inbox, KeptMessage.of(message));
            return true;
        } catch (JMSRuntimeException e) {
            LOG.notKept(message.id(), e.getMessage());
            return false;
        }
    }

    private static String of(IncomingMessage message, String externalId) {
        return message.connection().getBackend() + "|" + externalId;
    }

    /** The queue could not be asked, so that the message was stored. */
    @Override
    public void received(Stored stored, IncomingMessage message) {
        doorbell.incoming(stored.lane());
    }

    @Override
    public void queued(Batch batch) {
        doorbell.outgoing(batch);
    }
}
