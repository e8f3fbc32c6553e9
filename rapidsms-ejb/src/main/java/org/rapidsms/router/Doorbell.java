package org.rapidsms.router;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;
import static org.rapidsms.router.RouterLog.LOG;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Queue;
import java.util.Map;
import org.rapidsms.backend.Backends;

/** Wakes the workers. That it rings is no promise: the rows are. */
@Stateless
@PermitAll
@TransactionAttribute(NOT_SUPPORTED)
public class Doorbell {

    public static final String LANE = "lane";
    public static final String BACKEND = "backend";

    @Resource(lookup = "java:/JmsXA")
    ConnectionFactory connections;

    @Resource(lookup = "java:/jms/queue/rapidsms/incoming")
    Queue incoming;

    @Resource(lookup = "java:/jms/queue/rapidsms/outgoing")
    Queue outgoing;

    @Inject Senders senders;

    @Inject Backends backends;

    /** Messages from phones wait in a lane of the inbox. */
    public void incoming(int lane) {
        ring(incoming, Map.of(LANE, lane));
    }

    /** Transmissions have been stored; silent if those who send by their backend look again. */
    public void outgoing(Batch batch) {
        boolean isServed =
                backends.find(batch.backend())
                        .map(backend -> senders.of(backend).call())
                        .orElse(false);
        if (!isServed) {
            outgoing(batch.backend());
        }
    }

    /** Transmissions of a backend wait. */
    public void outgoing(String backend) {
        ring(outgoing, Map.of(BACKEND, backend));
    }

    private void ring(Queue queue, Map<String, Object> what) {
        try (var context = connections.createContext()) {
            context.createProducer().setDeliveryMode(DeliveryMode.NON_PERSISTENT).send(queue, what);
        } catch (JMSRuntimeException e) {
            LOG.silent(e, what.toString());
        }
    }
}
