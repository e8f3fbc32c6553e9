package org.rapidsms.web.admin;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import org.rapidsms.console.NavigationEntry;
import org.rapidsms.web.frame.Texts;

/** Leads to {@code /admin/}. */
@ApplicationScoped
public class AdminEntry implements NavigationEntry {

    @Override
    public String path() {
        return "/admin/";
    }

    @Override
    public String icon() {
        return "key";
    }

    @Override
    public String label(Locale language) {
        return Texts.in(language, "admin");
    }

    @Override
    public String shortLabel(Locale language) {
        return Texts.in(language, "adminShort");
    }

    @Override
    public boolean isStaffOnly() {
        return true;
    }

    @Override
    public int priority() {
        return 1000;
    }
}
