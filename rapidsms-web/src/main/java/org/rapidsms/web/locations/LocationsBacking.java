package org.rapidsms.web.locations;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import org.omnifaces.cdi.Param;
import org.rapidsms.location.Location;
import org.rapidsms.location.LocationFilter;
import org.rapidsms.location.LocationTree;
import org.rapidsms.location.LocationType;
import org.rapidsms.web.frame.Page;
import org.rapidsms.web.frame.Texts;

/** Behind {@code /locations/} and {@code /locations/ID/}: what lies where, or what was sought. */
@Named
@RequestScoped
public class LocationsBacking {

    private static final int PAGE_SIZE = 25;
    private static final int MOST_MARKERS = 500;
    private static final int MOST_TYPES = 200;

    @Inject LocationTree tree;

    @Inject
    @Param(name = "q")
    String typed;

    @Inject
    @Param(name = "type")
    String typedType;

    @Inject @Param String before;

    @Inject @Param String after;

    private Location place;
    private List<Location> path = List.of();
    private List<Location> markers = List.of();
    private List<LocationType> types = List.of();
    private Page<Location> page;

    /**
     * Finds what is to be listed.
     *
     * @param id of the place whose parts are; null for those that lie in no other
     * @return false if there is no such place
     */
    boolean load(Long id) {
        place = id == null ? null : tree.find(id).orElse(null);
        if (id != null && place == null) {
            return false;
        }
        var filter =
                isSought()
                        ? LocationFilter.matching(getSearch(), getType())
                        : LocationFilter.in(id);
        path = id == null ? List.of() : tree.path(id);
        types = tree.types(MOST_TYPES);
        page = Page.of(new PlaceRows(tree, filter), before, after, PAGE_SIZE);
        markers =
                page.getRows().isEmpty()
                        ? List.of()
                        : tree.firstWithPoint(filter, MOST_MARKERS + 1);
        return true;
    }

    /** Whether places are sought, wherever they lie. */
    public boolean isSought() {
        return !getSearch().isEmpty() || getType() != null;
    }

    /** What is looked for in names and codes; empty if nothing is. */
    public String getSearch() {
        var search = typed == null ? "" : typed.strip().replace("\0", "");
        return search.substring(0, Math.min(search.length(), Location.NAME_LENGTH));
    }

    /** The number of the type that is looked for; null for all. */
    public Long getType() {
        return typedType != null && typedType.matches("[0-9]{1,18}")
                ? Long.valueOf(typedType)
                : null;
    }

    /** What an address of this search begins with. */
    public String getQuery() {
        var query = getSearch().isEmpty() ? "" : "q=" + URLEncoder.encode(getSearch(), UTF_8) + "&";
        return getType() == null ? query : query + "type=" + getType() + "&";
    }

    /** Says that nothing was found. */
    public String getNoneFound() {
        return getSearch().isEmpty() ? Texts.of("noPlaces") : Texts.of("noPlaceFound", getSearch());
    }

    /** Whether the parts of one place are listed. */
    public boolean isInPlace() {
        return place != null;
    }

    /** The place whose parts are listed; null if it is all, or what was sought. */
    public Location getPlace() {
        return place;
    }

    String getName() {
        return place.getName();
    }

    /** The places that it lies in, the largest first. */
    public List<Location> getAbove() {
        return path.isEmpty() ? path : path.subList(0, path.size() - 1);
    }

    /** What kinds of places there are. */
    public List<LocationType> getTypes() {
        return types;
    }

    public Page<Location> getPage() {
        return page;
    }

    /** Those of the listed places that a map can show, and the one in which they lie. */
    public List<Location> getMarkers() {
        var shown = new ArrayList<>(markers.subList(0, Math.min(markers.size(), MOST_MARKERS)));
        if (place != null && place.getPoint() != null) {
            shown.add(place);
        }
        return shown;
    }

    /** Whether a map would show too much: it shows the first. */
    public boolean isCut() {
        return markers.size() > MOST_MARKERS;
    }

    /** Says so. */
    public String getCutHint() {
        return Texts.of("mapCut", MOST_MARKERS);
    }
}
