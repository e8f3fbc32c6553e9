package org.rapidsms.web.dashboard;

import jakarta.enterprise.context.ApplicationScoped;
import org.rapidsms.web.frame.BundledEntry;

/** Leads to {@code /}. */
@ApplicationScoped
public class DashboardEntry extends BundledEntry {

    public DashboardEntry() {
        super("/", "home", "dashboard", 100);
    }
}
