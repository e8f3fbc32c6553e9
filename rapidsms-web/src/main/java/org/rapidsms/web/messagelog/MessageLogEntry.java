package org.rapidsms.web.messagelog;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import org.rapidsms.console.NavigationEntry;
import org.rapidsms.web.frame.Texts;

/** Leads to {@code /messagelog/}. */
@ApplicationScoped
public class MessageLogEntry implements NavigationEntry {

    @Override
    public String path() {
        return "/messagelog/";
    }

    @Override
    public String icon() {
        return "log";
    }

    @Override
    public String label(Locale language) {
        return Texts.in(language, "messagelog");
    }

    @Override
    public String shortLabel(Locale language) {
        return Texts.in(language, "messagelogShort");
    }

    @Override
    public int priority() {
        return 500;
    }
}
