package org.rapidsms.router;

import org.rapidsms.message.OutgoingMessage;

/** Where a message goes that the apps have let pass. */
@FunctionalInterface
public interface Outbox {

    /** Takes a message for each of its connections, of which there may be none. */
    void put(OutgoingMessage message);
}
