package org.rapidsms.web.httptester;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import org.rapidsms.console.NavigationEntry;
import org.rapidsms.web.frame.Texts;

/** Leads to {@code /httptester/}. */
@ApplicationScoped
public class HttpTesterEntry implements NavigationEntry {

    @Override
    public String path() {
        return "/httptester/";
    }

    @Override
    public String icon() {
        return "phone";
    }

    @Override
    public String label(Locale language) {
        return Texts.in(language, "httptester");
    }

    @Override
    public String shortLabel(Locale language) {
        return Texts.in(language, "httptesterShort");
    }

    @Override
    public int priority() {
        return 200;
    }
}
