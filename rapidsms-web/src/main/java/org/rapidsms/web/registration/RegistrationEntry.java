package org.rapidsms.web.registration;

import jakarta.enterprise.context.ApplicationScoped;
import org.rapidsms.web.frame.BundledEntry;

/** Leads to {@code /registration/}. */
@ApplicationScoped
public class RegistrationEntry extends BundledEntry {

    public RegistrationEntry() {
        super("/registration/", "people", "registration", 400);
    }
}
