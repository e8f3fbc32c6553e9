package org.rapidsms.web.locations;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.omnifaces.cdi.Param;
import org.rapidsms.web.frame.Texts;

/** Which part of the locations an address below {@code /locations/} means. */
@Named
@RequestScoped
public class LocationsAddress {

    private static final String LIST = "list";
    private static final String ADD = "add";
    private static final String EDIT = "edit";
    private static final String PEOPLE = "people";

    @Inject LocationsBacking list;

    @Inject PlaceBacking place;

    @Inject ResidentsBacking people;

    @Inject
    @Param(pathIndex = 0)
    String first;

    @Inject
    @Param(pathIndex = 1)
    String second;

    @Inject
    @Param(pathIndex = 2)
    String surplus;

    /** Has that part made ready, if there is one. */
    public void load() throws IOException {
        if (!isKnown() || !isThere()) {
            notFound();
        }
    }

    private boolean isThere() {
        return switch (getPart()) {
            case ADD -> place.loadNew(number());
            case EDIT -> place.load(number());
            case PEOPLE -> people.load(number());
            default -> list.load(number());
        };
    }

    static void notFound() throws IOException {
        var faces = FacesContext.getCurrentInstance();
        faces.getExternalContext().responseSendError(HttpServletResponse.SC_NOT_FOUND, null);
        faces.responseComplete();
    }

    private boolean isKnown() {
        if (surplus != null) {
            return false;
        }
        return isNumber()
                ? second == null || Set.of(ADD, EDIT, PEOPLE).contains(second)
                : second == null && (isBare() || first.equals(ADD));
    }

    private boolean isBare() {
        return first == null || first.isEmpty();
    }

    private boolean isNumber() {
        return !isBare() && first.matches("[0-9]{1,18}");
    }

    private Long number() {
        return isNumber() ? Long.valueOf(first) : null;
    }

    /** The file of that part; the list if there is none. */
    public String getPart() {
        if (!isKnown() || isBare()) {
            return LIST;
        }
        return isNumber() ? (second == null ? LIST : second) : ADD;
    }

    public String getTitle() {
        return switch (getPart()) {
            case ADD -> Texts.of("addPlace");
            case EDIT -> Texts.of("editPlace");
            case PEOPLE -> Texts.of("peopleOf", people.getName());
            default -> list.isInPlace() ? list.getName() : Texts.of("locations");
        };
    }

    /** What stands below the title. */
    public String getHint() {
        return switch (getPart()) {
            case ADD, EDIT -> Texts.of("placeHint");
            case PEOPLE -> Texts.of("peopleOfHint");
            default -> list.isInPlace() ? "" : Texts.of("locationsHint");
        };
    }
}
