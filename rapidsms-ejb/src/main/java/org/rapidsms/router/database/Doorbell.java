package org.rapidsms.router.database;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;
import static org.rapidsms.router.database.DatabaseRouterLog.LOG;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Queue;
import java.util.Map;

/** Wakes the workers. That it rings is no promise: the rows are. */
@Stateless
@PermitAll
@TransactionAttribute(NOT_SUPPORTED)
public class Doorbell {

    static final String LANE = "lane";
    static final String BACKEND = "backend";

    @Resource(lookup = "java:/JmsXA")
    ConnectionFactory connections;

    @Resource(lookup = "java:/jms/queue/rapidsms/incoming")
    Queue incoming;

    @Resource(lookup = "java:/jms/queue/rapidsms/outgoing")
    Queue outgoing;

    /** Messages from phones wait in a lane of the inbox. */
    public void incoming(int lane) {
        ring(incoming, Map.of(LANE, lane));
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
