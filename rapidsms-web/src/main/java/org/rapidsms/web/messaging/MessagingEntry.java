package org.rapidsms.web.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import org.rapidsms.console.NavigationEntry;
import org.rapidsms.web.frame.Texts;

/** Leads to {@code /messaging/}. */
@ApplicationScoped
public class MessagingEntry implements NavigationEntry {

    @Override
    public String path() {
        return "/messaging/";
    }

    @Override
    public String icon() {
        return "send";
    }

    @Override
    public String label(Locale language) {
        return Texts.in(language, "messaging");
    }

    @Override
    public String shortLabel(Locale language) {
        return Texts.in(language, "messagingShort");
    }

    @Override
    public int priority() {
        return 300;
    }
}
