package org.rapidsms.web.locations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.rapidsms.location.Location;
import org.rapidsms.location.LocationFilter;
import org.rapidsms.location.LocationTree;

/**
 * Finds the place that a form names by its number, and suggests places while one is typed. One that
 * is not there becomes {@link Place#GONE}: the page says so, and keeps all else.
 */
@Named
@ApplicationScoped
public class PlaceConverter implements Converter<Place> {

    private static final int MOST_SUGGESTIONS = 25;

    @Inject LocationTree tree;

    /** The places of which this is part of the name or the code. */
    public List<Place> suggest(String part) {
        var words = part.strip();
        var cut = words.substring(0, Math.min(words.length(), Location.NAME_LENGTH));
        return tree.first(LocationFilter.matching(cut, null), MOST_SUGGESTIONS).stream()
                .map(Place::of)
                .toList();
    }

    @Override
    public Place getAsObject(FacesContext context, UIComponent component, String id) {
        if (id == null || id.isEmpty()) {
            return null;
        }
        return id.matches("[0-9]{1,18}")
                ? tree.find(Long.parseLong(id)).map(Place::of).orElse(Place.GONE)
                : Place.GONE;
    }

    @Override
    public String getAsString(FacesContext context, UIComponent component, Place place) {
        return place == null ? "" : Long.toString(place.id());
    }
}
