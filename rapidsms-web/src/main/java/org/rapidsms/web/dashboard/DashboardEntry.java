package org.rapidsms.web.dashboard;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import org.rapidsms.console.NavigationEntry;
import org.rapidsms.web.frame.Texts;

/** Leads to {@code /}. */
@ApplicationScoped
public class DashboardEntry implements NavigationEntry {

    @Override
    public String path() {
        return "/";
    }

    @Override
    public String icon() {
        return "home";
    }

    @Override
    public String label(Locale language) {
        return Texts.in(language, "dashboard");
    }

    @Override
    public String shortLabel(Locale language) {
        return Texts.in(language, "dashboardShort");
    }

    @Override
    public int priority() {
        return 100;
    }
}
