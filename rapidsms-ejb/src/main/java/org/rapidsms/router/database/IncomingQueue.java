package org.rapidsms.router.database;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.EJBException;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.MapMessage;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import org.rapidsms.router.Doorbell;
import org.rapidsms.router.Incoming;

/** Routes what waits in the lane that the doorbell names. */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(
                    propertyName = "destinationLookup",
                    propertyValue = "java:/jms/queue/rapidsms/incoming"),
            @ActivationConfigProperty(
                    propertyName = "destinationType",
                    propertyValue = "jakarta.jms.Queue"),
            // One for each lane, and some for those that are lost in an app which does not end.
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "24")
        })
@PermitAll
@TransactionAttribute(NOT_SUPPORTED)
public class IncomingQueue implements MessageListener {

    @Inject Incoming incoming;

    @Override
    public void onMessage(Message bell) {
        try {
            var what = (MapMessage) bell;
            incoming.serve(what.getInt(Doorbell.LANE));
        } catch (JMSException e) {
            throw new EJBException("not a doorbell of ours", e);
        }
    }
}
