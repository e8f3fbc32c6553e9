package org.rapidsms.web.locations;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.rapidsms.location.Location;

/** The place that a form names, if it names one. */
public final class PlaceChoice implements Serializable {

    private static final long serialVersionUID = 1L;

    private ArrayList<Place> chosen = new ArrayList<>();

    /** A place that is chosen already. */
    public static PlaceChoice of(Place place) {
        var choice = new PlaceChoice();
        choice.chosen.add(place);
        return choice;
    }

    /** The place where something is. */
    public static PlaceChoice of(Location location) {
        return location == null ? new PlaceChoice() : of(Place.of(location));
    }

    /** The number of the place; null if none is chosen. */
    public Long id() {
        return chosen.isEmpty() ? null : chosen.get(0).id();
    }

    /** Forgets a place that was deleted after it was suggested; says whether it did. */
    public boolean forgetsGone() {
        return chosen.remove(Place.GONE);
    }

    public List<Place> getChosen() {
        return chosen;
    }

    public void setChosen(List<Place> chosen) {
        this.chosen = new ArrayList<>(chosen == null ? List.of() : chosen);
    }
}
