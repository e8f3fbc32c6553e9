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
import org.rapidsms.router.Sender;

/** Sends what waits for the backend that the doorbell names. */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(
                    propertyName = "destinationLookup",
                    propertyValue = "java:/jms/queue/rapidsms/outgoing"),
            @ActivationConfigProperty(
                    propertyName = "destinationType",
                    propertyValue = "jakarta.jms.Queue"),
            // More than a few dead gateways can hold: each backend has its own bound.
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "48")
        })
@PermitAll
@TransactionAttribute(NOT_SUPPORTED)
public class OutgoingQueue implements MessageListener {

    @Inject Sender sender;

    @Inject Doorbell doorbell;

    @Override
    public void onMessage(Message bell) {
        try {
            var what = (MapMessage) bell;
            var backend = what.getString(Doorbell.BACKEND);
            sender.serve(backend, () -> doorbell.outgoing(backend));
        } catch (JMSException e) {
            throw new EJBException("not a doorbell of ours", e);
        }
    }
}
