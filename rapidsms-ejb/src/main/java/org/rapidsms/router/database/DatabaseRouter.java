package org.rapidsms.router.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.rapidsms.message.IncomingMessage;
import org.rapidsms.router.Batch;
import org.rapidsms.router.Doorbell;
import org.rapidsms.router.Lanes;
import org.rapidsms.router.RouterKind;
import org.rapidsms.router.Stored;

/**
 * Leaves the work to workers of their own: when a webhook is answered, the message is stored, and
 * no more is promised. RapidSMS's {@code DatabaseRouter}.
 */
@ApplicationScoped
public class DatabaseRouter implements RouterKind {

    @Inject Doorbell doorbell;

    @Inject Lanes lanes;

    @Override
    public String name() {
        return "database";
    }

    @Override
    public void received(Stored stored, IncomingMessage message) {
        if (!lanes.call(stored.lane())) {
            doorbell.incoming(stored.lane());
        }
    }

    @Override
    public void queued(Batch batch) {
        doorbell.outgoing(batch);
    }
}
