package org.rapidsms.web.locations;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import org.rapidsms.console.NavigationEntry;
import org.rapidsms.web.frame.Texts;

/** Leads to {@code /locations/}. */
@ApplicationScoped
public class LocationsEntry implements NavigationEntry {

    @Override
    public String path() {
        return "/locations/";
    }

    @Override
    public String icon() {
        return "place";
    }

    @Override
    public String label(Locale language) {
        return Texts.in(language, "locations");
    }

    @Override
    public String shortLabel(Locale language) {
        return Texts.in(language, "locationsShort");
    }

    @Override
    public int priority() {
        return 450;
    }
}
