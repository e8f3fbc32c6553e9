package org.rapidsms.web.admin;

import jakarta.enterprise.context.ApplicationScoped;
import org.rapidsms.web.frame.BundledEntry;

/** Leads to {@code /admin/}. */
@ApplicationScoped
public class AdminEntry extends BundledEntry {

    public AdminEntry() {
        super("/admin/", "key", "admin", 1000);
    }

    @Override
    public boolean isStaffOnly() {
        return true;
    }
}
