package org.rapidsms.router.blocking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.rapidsms.message.IncomingMessage;
import org.rapidsms.router.Batch;
import org.rapidsms.router.Incoming;
import org.rapidsms.router.RouterKind;
import org.rapidsms.router.Sender;
import org.rapidsms.router.Stored;

/**
 * Does all at once, in the thread of the caller: when a webhook is answered, the apps have seen the
 * message and the backends have had the answers. RapidSMS's {@code BlockingRouter}.
 */
@ApplicationScoped
public class BlockingRouter implements RouterKind {

    @Inject Incoming incoming;

    @Inject Sender sender;

    @Override
    public String name() {
        return "blocking";
    }

    @Override
    public void received(Stored stored, IncomingMessage message) {
        incoming.route(stored.row(), Optional.of(message));
    }

    @Override
    public void queued(Batch batch) {
        sender.send(batch);
    }

    @Override
    public boolean isEager() {
        return true;
    }
}
