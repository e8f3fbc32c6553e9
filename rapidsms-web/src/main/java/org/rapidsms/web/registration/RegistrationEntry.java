package org.rapidsms.web.registration;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import org.rapidsms.console.NavigationEntry;
import org.rapidsms.web.frame.Texts;

/** Leads to {@code /registration/}. */
@ApplicationScoped
public class RegistrationEntry implements NavigationEntry {

    @Override
    public String path() {
        return "/registration/";
    }

    @Override
    public String icon() {
        return "people";
    }

    @Override
    public String label(Locale language) {
        return Texts.in(language, "registration");
    }

    @Override
    public String shortLabel(Locale language) {
        return Texts.in(language, "registrationShort");
    }

    @Override
    public int priority() {
        return 400;
    }
}
