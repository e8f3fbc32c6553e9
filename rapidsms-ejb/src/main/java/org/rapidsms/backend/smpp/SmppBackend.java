package org.rapidsms.backend.smpp;

import static org.rapidsms.backend.SendFailure.REJECTED;
import static org.rapidsms.backend.SendFailure.UNREACHABLE;
import static org.rapidsms.backend.smpp.SmppLog.LOG;

import java.util.List;
import java.util.Optional;
import org.rapidsms.backend.ConnectedBackend;
import org.rapidsms.backend.Gateway;
import org.rapidsms.backend.Outcome;
import org.rapidsms.backend.OutgoingSms;
import org.rapidsms.backend.Receiver;
import org.rapidsms.backend.SendException;
import org.rapidsms.backend.TextParts;

/** One account with one SMS centre. */
class SmppBackend implements ConnectedBackend {

    /** A type of number: such addresses may have letters. */
    private static final int ALPHANUMERIC = 5;

    private final SmppConfig config;
    private final Gateway gateway;
    private final MessageIds ids;
    private final Delivery delivery;
    private volatile SmppSession session;

    SmppBackend(String name, SmppConfig config, Gateway gateway, TextParts parts) {
        this.config = config;
        this.gateway = gateway;
        this.ids =
                new MessageIds(
                        config.messageIds(), form -> LOG.learned(name, SmppConfig.written(form)));
        this.delivery = new Delivery(name, config, ids, parts);
    }

    @Override
    public void connect(Receiver receiver) throws InterruptedException {
        var bound = bind(new DeliveryListener(delivery, receiver));
        session = bound;
        try {
            receiver.ready();
            bound.awaitEnd();
            throw new SendException(UNREACHABLE, "the connection has ended");
        } catch (InterruptedException e) {
            session = null;
            bound.unbind();
            throw e;
        } finally {
            session = null;
            bound.close();
        }
    }

    private SmppSession bind(DeliveryListener listener) throws InterruptedException {
        try {
            return SmppSession.bind(config, gateway, listener);
        } catch (SendException e) {
            // The library waits for the answer, and says nothing of an interruption.
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            throw e;
        }
    }

    /** One at a time: the window has room for many, and what was taken is known for each. */
    @Override
    public int phonesAtOnce() {
        return 1;
    }

    @Override
    public List<Outcome> send(OutgoingSms sms) {
        var now = session;
        if (now == null) {
            throw new SendException(UNREACHABLE, "there is no connection");
        }
        var parts = Submission.of(sms, config);
        return sms.identities().stream().map(phone -> send(now, phone, parts)).toList();
    }

    private Outcome send(SmppSession session, String phone, List<Submission> parts) {
        var address = phone.replaceFirst("^\\+", "");
        if (config.destTon() != ALPHANUMERIC && !address.matches("[0-9*#]+")) {
            return Outcome.failed(phone, REJECTED, "this is no phone number");
        }
        try {
            var id = "";
            // Whoever waits longer is thought to be dead, and another sends the text too.
            long end = System.nanoTime() + config.timeout().toNanos();
            for (int i = 0; i < parts.size(); i++) {
                id = session.submit(address, parts.get(i), i == parts.size() - 1, end);
            }
            var known = Optional.of(id).filter(given -> !given.isBlank()).map(ids::answered);
            return new Outcome(phone, Optional.empty(), known, "", Optional.empty());
        } catch (SendException e) {
            return Outcome.failed(phone, e);
        }
    }
}
