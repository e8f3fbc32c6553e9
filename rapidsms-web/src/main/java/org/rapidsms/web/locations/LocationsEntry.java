package org.rapidsms.web.locations;

import jakarta.enterprise.context.ApplicationScoped;
import org.rapidsms.web.frame.BundledEntry;

/** Leads to {@code /locations/}. */
@ApplicationScoped
public class LocationsEntry extends BundledEntry {

    public LocationsEntry() {
        super("/locations/", "place", "locations", 450);
    }
}
