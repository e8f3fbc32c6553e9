package org.rapidsms.router;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.EJBException;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.MapMessage;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import org.rapidsms.queue.KeptMessage;

/**
 * Works off what the {@link Spool} has kept. While the database is still away, the queue delivers
 * it again, later and later.
 */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(
                    propertyName = "destinationLookup",
                    propertyValue = "java:/jms/queue/rapidsms/spool"),
            @ActivationConfigProperty(
                    propertyName = "destinationType",
                    propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "1")
        })
@PermitAll
public class SpoolQueue implements MessageListener {

    @Inject Spool spool;

    @Override
    public void onMessage(Message kept) {
        try {
            spool.again(KeptMessage.read((MapMessage) kept));
        } catch (JMSException e) {
            throw new EJBException("nothing that we have kept", e);
        }
    }
}
