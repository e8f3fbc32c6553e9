package org.rapidsms.it.stranger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import org.rapidsms.app.Phrases;
import org.rapidsms.console.NavigationEntry;

/** Leads to the stranger's page. */
@ApplicationScoped
public class ClinicsEntry implements NavigationEntry {

    private static final Phrases PHRASES = Phrases.of(ClinicsEntry.class);

    @Override
    public String path() {
        return "/clinics.xhtml";
    }

    @Override
    public String icon() {
        return "stethoscope";
    }

    @Override
    public String label(Locale language) {
        return PHRASES.in(language, "clinics");
    }

    @Override
    public int priority() {
        return 450;
    }
}
