package org.rapidsms.web.messagelog;

import jakarta.enterprise.context.ApplicationScoped;
import org.rapidsms.web.frame.BundledEntry;

/** Leads to {@code /messagelog/}. */
@ApplicationScoped
public class MessageLogEntry extends BundledEntry {

    public MessageLogEntry() {
        super("/messagelog/", "log", "messagelog", 500);
    }
}
