package org.rapidsms.web.backends;

import jakarta.enterprise.context.ApplicationScoped;
import org.rapidsms.web.frame.BundledEntry;

/** Leads to {@code /backends/}. */
@ApplicationScoped
public class BackendsEntry extends BundledEntry {

    public BackendsEntry() {
        super("/backends/", "backend", "backends", 900);
    }

    @Override
    public boolean isStaffOnly() {
        return true;
    }
}
