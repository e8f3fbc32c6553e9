package org.rapidsms.web.locations;

import java.io.Serializable;
import org.rapidsms.location.Location;

/**
 * A place as it is chosen on a page.
 *
 * @param id of the place
 * @param name of the place
 * @param parent the name of the place that it lies in; empty if there is none
 */
public record Place(long id, String name, String parent) implements Serializable {

    /** A place that was chosen and is not there. */
    static final Place GONE = new Place(-1, "", "");

    static Place of(Location location) {
        return new Place(
                location.getId(),
                location.getName(),
                location.parent().map(Location::getName).orElse(""));
    }

    /** Its name; of two places of one name it is known where each lies. */
    public String getLabel() {
        return parent.isEmpty() ? name : "%s (%s)".formatted(name, parent);
    }
}
