package org.rapidsms.web.messaging;

import java.io.Serializable;
import org.rapidsms.contact.Connection;
import org.rapidsms.contact.Contact;

/**
 * A connection that may be written to, as it is chosen on the page.
 *
 * @param id of the connection
 * @param name of the contact; empty if there is none
 */
public record Recipient(long id, String name, String backend, String identity)
        implements Serializable {

    /** Somebody who was chosen and is not there. */
    static final Recipient GONE = new Recipient(-1, "", "", "");

    static Recipient of(Connection connection) {
        return new Recipient(
                connection.getId(),
                connection.contact().map(Contact::getName).orElse(""),
                connection.getBackend(),
                connection.getIdentity());
    }

    /** Whom it reaches, and how. */
    public String getLabel() {
        var phone = backend + " - " + identity;
        return name.isEmpty() ? phone : "%s (%s)".formatted(name, phone);
    }
}
