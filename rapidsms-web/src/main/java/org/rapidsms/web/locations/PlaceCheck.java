package org.rapidsms.web.locations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIInput;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import org.omnifaces.util.Components;
import org.omnifaces.util.Messages;
import org.rapidsms.location.Location;
import org.rapidsms.location.LocationTree;
import org.rapidsms.location.LocationType;
import org.rapidsms.web.frame.Texts;

/** Looks what is wrong with the form of a place, and says it beside each field. */
@ApplicationScoped
class PlaceCheck {

    @Inject LocationTree tree;

    /**
     * Whether all can be stored.
     *
     * @param id of the place; null if it is new
     */
    boolean isRight(PlaceForm form, Long id) {
        checkWords("name", form.getName(), Location.NAME_LENGTH);
        checkWords("placeCode", form.getCode(), Location.CODE_LENGTH);
        checkWords("placeType", form.getType(), LocationType.NAME_LENGTH);
        if (form.getName().isEmpty()) {
            complain("name", Texts.of("placeNameMissing"));
        } else {
            checkCode(form.codeOrName(), id);
        }
        if (form.isLatitudeWrong()) {
            complain("latitude", Texts.of("latitudeWrong"));
        }
        if (form.isLongitudeWrong()) {
            complain("longitude", Texts.of("longitudeWrong"));
        }
        checkParent(form, id);
        return !FacesContext.getCurrentInstance().isValidationFailed();
    }

    private static void checkWords(String field, String words, int most) {
        if (words.length() > most) {
            complain(field, Texts.of("placeTooLong", most));
        } else if (PlaceForm.isStrange(words)) {
            complain(field, Texts.of("placeStrange"));
        }
    }

    private void checkCode(String code, Long id) {
        tree.withCode(code)
                .filter(owner -> !owner.getId().equals(id))
                .map(owner -> Texts.of("placeCodeTaken", code, Place.of(owner).getLabel()))
                .ifPresent(said -> complain("placeCode", said));
    }

    private void checkParent(PlaceForm form, Long id) {
        var parent = form.getParent();
        if (parent.forgetsGone()) {
            complain("parent", Texts.of("placeGone"));
        } else if (id != null && parent.id() != null && isIn(parent.id(), id)) {
            complain("parent", Texts.of("placeBelowItself", form.getName()));
        }
    }

    private boolean isIn(long place, long other) {
        return tree.path(place).stream().anyMatch(each -> each.getId() == other);
    }

    private static void complain(String field, String said) {
        Components.<UIInput>findComponent("location:" + field).setValid(false);
        Messages.add(field, new FacesMessage(FacesMessage.SEVERITY_ERROR, said, said));
        FacesContext.getCurrentInstance().validationFailed();
    }
}
