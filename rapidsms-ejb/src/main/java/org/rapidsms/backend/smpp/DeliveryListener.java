package org.rapidsms.backend.smpp;

import java.util.concurrent.Semaphore;
import org.jsmpp.PDUStringException;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.Session;
import org.jsmpp.util.MessageId;
import org.rapidsms.backend.Receiver;

/**
 * Answers an SMS centre for what it delivers, once that is stored. If it cannot be stored now, the
 * SMS centre is asked to keep it and to come again.
 *
 * <p>The threads that call this also read what the SMS centre answers to us. Whoever stores may
 * wait for such an answer, so never may all of them store.
 */
final class DeliveryListener implements MessageReceiverListener {

    /** How much may wait to be stored. */
    static final int ROOM = 32;

    /** How much is stored at once, so that others have a database too. */
    private static final int AT_ONCE = 8;

    private static final MessageId NO_ID = noId();

    private final Delivery delivery;
    private final Receiver receiver;
    private final Semaphore room = new Semaphore(ROOM);
    private final Semaphore desk = new Semaphore(AT_ONCE, true);

    DeliveryListener(Delivery delivery, Receiver receiver) {
        this.delivery = delivery;
        this.receiver = receiver;
    }

    private static MessageId noId() {
        try {
            return new MessageId("");
        } catch (PDUStringException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void onAcceptDeliverSm(DeliverSm pdu) throws ProcessRequestException {
        take(Pdu.of(pdu));
    }

    @Override
    public DataSmResult onAcceptDataSm(DataSm pdu, Session source) throws ProcessRequestException {
        take(Pdu.of(pdu));
        return new DataSmResult(NO_ID, new OptionalParameter[0]);
    }

    @Override
    public void onAcceptAlertNotification(AlertNotification alert) {
        // A phone that was away is back: its SMS centre knows what to do.
    }

    private void take(Pdu pdu) throws ProcessRequestException {
        int status = room.tryAcquire() ? taken(pdu) : CommandStatus.THROTTLING;
        if (status != 0) {
            throw new ProcessRequestException("not taken", status);
        }
    }

    private int taken(Pdu pdu) {
        desk.acquireUninterruptibly();
        try {
            return delivery.take(pdu, receiver);
        } finally {
            desk.release();
            room.release();
        }
    }
}
