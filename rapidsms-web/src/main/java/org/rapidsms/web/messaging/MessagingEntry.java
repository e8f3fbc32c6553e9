package org.rapidsms.web.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import org.rapidsms.web.frame.BundledEntry;

/** Leads to {@code /messaging/}. */
@ApplicationScoped
public class MessagingEntry extends BundledEntry {

    public MessagingEntry() {
        super("/messaging/", "send", "messaging", 300);
    }
}
