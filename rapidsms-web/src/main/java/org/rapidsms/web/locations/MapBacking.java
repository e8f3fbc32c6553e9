package org.rapidsms.web.locations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.rapidsms.location.MapConfig;

/** Behind every map: what it shows beside places. */
@Named
@ApplicationScoped
public class MapBacking {

    @Inject MapConfig config;

    /** Where pictures of the ground are fetched; empty if nowhere. */
    public String getTiles() {
        return config.tiles();
    }

    /** Whom to thank for them. */
    public String getAttribution() {
        return config.attribution();
    }

    /** What is in the middle while there is no place to show, as latitude and longitude. */
    public String getCentre() {
        return config.centre().toString();
    }
}
