package org.rapidsms.message;

import java.util.Collection;
import java.util.Map;
import org.rapidsms.contact.Connection;

/**
 * An answer which says that something is wrong with what was written.
 *
 * <p>It is sent like any other; apps may tell it by its class in their outgoing phase.
 */
public class ErrorMessage extends OutgoingMessage {

    public ErrorMessage(
            Collection<Connection> connections, String text, IncomingMessage inResponseTo) {
        super(connections, text, Map.of(), inResponseTo);
    }
}
