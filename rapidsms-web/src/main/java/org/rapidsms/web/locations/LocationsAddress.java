package org.rapidsms.web.locations;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.rapidsms.web.frame.PartAddress;
import org.rapidsms.web.frame.Steps;
import org.rapidsms.web.frame.Texts;

/** Which part of the locations an address below {@code /locations/} means. */
@Named
@RequestScoped
public class LocationsAddress extends PartAddress {

    private static final String LIST = "list";
    private static final String ADD = "add";
    private static final String EDIT = "edit";
    private static final String PEOPLE = "people";

    @Inject LocationsBacking list;

    @Inject PlaceBacking place;

    @Inject ResidentsBacking people;

    @Override
    protected String part(Steps steps) {
        if (steps.are() || steps.are(Steps.NUMBER)) {
            return LIST;
        }
        if (steps.are(ADD)) {
            return ADD;
        }
        for (var part : new String[] {ADD, EDIT, PEOPLE}) {
            if (steps.are(Steps.NUMBER, part)) {
                return part;
            }
        }
        return "";
    }

    @Override
    protected boolean show(String part) {
        var number = steps().number(0);
        return switch (part) {
            case ADD -> place.loadNew(number);
            case EDIT -> place.load(number);
            case PEOPLE -> people.load(number);
            default -> list.load(number);
        };
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
