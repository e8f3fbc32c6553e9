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
import org.rapidsms.router.Batch;
import org.rapidsms.router.Sender;

/** Sends the stored transmissions that the doorbell names. */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(
                    propertyName = "destinationLookup",
                    propertyValue = "java:/jms/queue/rapidsms/outgoing"),
            @ActivationConfigProperty(
                    propertyName = "destinationType",
                    propertyValue = "jakarta.jms.Queue")
        })
@PermitAll
@TransactionAttribute(NOT_SUPPORTED)
public class OutgoingQueue implements MessageListener {

    @Inject Sender sender;

    @Override
    public void onMessage(Message bell) {
        try {
            var what = (MapMessage) bell;
            sender.send(new Batch(what.getLong(Doorbell.ROW), what.getString(Doorbell.BACKEND)));
        } catch (JMSException e) {
            throw new EJBException("not a doorbell of ours", e);
        }
    }
}
