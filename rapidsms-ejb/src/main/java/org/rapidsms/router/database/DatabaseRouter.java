package org.rapidsms.router.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.rapidsms.backend.Backends;
import org.rapidsms.message.IncomingMessage;
import org.rapidsms.router.Batch;
import org.rapidsms.router.Lanes;
import org.rapidsms.router.RouterKind;
import org.rapidsms.router.Senders;
import org.rapidsms.router.Stored;

/**
 * Leaves the work to workers of their own: when a webhook is answered, the message is stored, and
 * no more is promised. RapidSMS's {@code DatabaseRouter}.
 */
@ApplicationScoped
public class DatabaseRouter implements RouterKind {

    @Inject Doorbell doorbell;

    @Inject Lanes lanes;

    @Inject Senders senders;

    @Inject Backends backends;

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
        if (!isServed(batch.backend())) {
            doorbell.outgoing(batch.backend());
        }
    }

    private boolean isServed(String name) {
        return backends.find(name).map(backend -> senders.of(backend).call()).orElse(false);
    }
}
