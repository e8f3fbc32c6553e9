package org.rapidsms.web.locations;

import jakarta.ejb.EJBException;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIInput;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.omnifaces.util.Components;
import org.omnifaces.util.Messages;
import org.rapidsms.location.Location;
import org.rapidsms.location.LocationFilter;
import org.rapidsms.location.LocationTree;
import org.rapidsms.location.LocationType;
import org.rapidsms.web.frame.Texts;

/** Behind the form of a place: {@code /locations/…/add/} and {@code /locations/ID/edit/}. */
@Named
@ViewScoped
public class PlaceBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int MOST_TYPES = 200;

    @Inject LocationTree tree;

    private Long id;
    private String name = "";
    private PlaceForm form = PlaceForm.below(null);
    private boolean done;

    /**
     * Shows the form of a place that is to lie in another.
     *
     * @param parent null for none
     * @return false if that one is not there
     */
    boolean loadNew(Long parent) {
        var found = parent == null ? null : tree.find(parent).orElse(null);
        form = PlaceForm.below(found);
        return parent == null || found != null;
    }

    /** Shows a place, if it is there. */
    boolean load(long wanted) {
        var found = tree.find(wanted);
        if (found.isPresent()) {
            id = wanted;
            name = found.get().getName();
            form = PlaceForm.of(found.get());
        }
        return found.isPresent();
    }

    /** Stores what was typed, once, however often it is sent. */
    public synchronized void save() throws IOException {
        if (done) {
            showList();
        } else if (isRight() && store()) {
            done = true;
            showList();
        }
    }

    private boolean isRight() {
        checkWords("name", form.getName(), Location.NAME_LENGTH);
        checkWords("placeCode", form.getCode(), Location.CODE_LENGTH);
        checkWords("placeType", form.getType(), LocationType.NAME_LENGTH);
        if (form.getName().isEmpty()) {
            complain("name", Texts.of("placeNameMissing"));
        } else if (isCodeTaken()) {
            complainOfCode();
        }
        if (form.isLatitudeWrong()) {
            complain("latitude", Texts.of("latitudeWrong"));
        }
        if (form.isLongitudeWrong()) {
            complain("longitude", Texts.of("longitudeWrong"));
        }
        checkParent();
        return !FacesContext.getCurrentInstance().isValidationFailed();
    }

    private void checkWords(String field, String words, int most) {
        if (words.length() > most) {
            complain(field, Texts.of("placeTooLong", most));
        } else if (PlaceForm.isStrange(words)) {
            complain(field, Texts.of("placeStrange"));
        }
    }

    private void checkParent() {
        var parent = form.getParent();
        if (parent.forgetsGone()) {
            complain("parent", Texts.of("placeGone"));
        } else if (id != null
                && parent.id() != null
                && tree.path(parent.id()).stream().anyMatch(each -> each.getId().equals(id))) {
            complain("parent", Texts.of("placeBelowItself", form.getName()));
        }
    }

    private Optional<Location> ownerOfCode() {
        return tree.withCode(form.codeOrName()).filter(owner -> !owner.getId().equals(id));
    }

    private boolean isCodeTaken() {
        return ownerOfCode().isPresent();
    }

    private void complainOfCode() {
        var owner = ownerOfCode().map(Place::of).map(Place::getLabel).orElse("");
        complain("placeCode", Texts.of("placeCodeTaken", form.codeOrName(), owner));
    }

    private static void complain(String field, String said) {
        Components.<UIInput>findComponent("location:" + field).setValid(false);
        Messages.add(field, new FacesMessage(FacesMessage.SEVERITY_ERROR, said, said));
        FacesContext.getCurrentInstance().validationFailed();
    }

    private boolean store() throws IOException {
        try {
            return id == null ? add() : change();
        } catch (EJBException e) {
            if (!isCodeTaken()) {
                throw e;
            }
            // Somebody was faster.
            complainOfCode();
            return false;
        }
    }

    private boolean add() {
        tree.add(form.details());
        say(Texts.of("addedPlace"));
        return true;
    }

    private boolean change() throws IOException {
        boolean isThere = tree.change(id, form.details());
        if (isThere) {
            say(Texts.of("savedPlace"));
        } else {
            LocationsAddress.notFound();
        }
        return isThere;
    }

    /** Deletes the place; if somebody else has done that already, so much the better. */
    public void delete() throws IOException {
        if (tree.delete(id)) {
            say(Texts.of("deletedPlace"));
            showList();
        } else {
            var why = Texts.of("placeNotEmpty");
            Messages.addGlobal(
                    new FacesMessage(
                            FacesMessage.SEVERITY_ERROR, why, Texts.of("placeNotEmptyHint")));
        }
    }

    private static void say(String what) {
        Messages.addFlashGlobal(new FacesMessage(FacesMessage.SEVERITY_INFO, what, ""));
    }

    private void showList() throws IOException {
        var external = FacesContext.getCurrentInstance().getExternalContext();
        external.redirect(external.getRequestContextPath() + getListAddress());
    }

    /** Where the place stands in the list of those beside it. */
    public String getListAddress() {
        var parent = form.getParent().id();
        return parent == null || parent < 0 ? "/locations/" : "/locations/" + parent + "/";
    }

    /** Whether no other place lies in it. */
    public boolean isChildless() {
        return id == null || tree.first(LocationFilter.in(id), 1).isEmpty();
    }

    /** What kinds of places there are already. */
    public List<LocationType> getTypes() {
        return tree.types(MOST_TYPES);
    }

    /** Null if it is a new place. */
    public Long getId() {
        return id;
    }

    /** The name that is stored. */
    public String getName() {
        return name;
    }

    public PlaceForm getForm() {
        return form;
    }
}
