package org.rapidsms.web.locations;

import jakarta.ejb.EJBException;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;
import org.rapidsms.location.Location;
import org.rapidsms.location.LocationFilter;
import org.rapidsms.location.LocationTree;
import org.rapidsms.location.LocationType;
import org.rapidsms.location.Point;
import org.rapidsms.web.frame.Texts;

/** Behind the form of a place: {@code /locations/…/add/} and {@code /locations/ID/edit/}. */
@Named
@ViewScoped
public class PlaceBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int MOST_TYPES = 200;

    @Inject LocationTree tree;

    @Inject PlaceCheck check;

    private Long id;
    private PlaceForm form = PlaceForm.below(null);
    private String centre = "";
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
        lookAround(parent);
        return parent == null || found != null;
    }

    /** Shows a place, if it is there. */
    boolean load(long wanted) {
        var found = tree.find(wanted);
        if (found.isPresent()) {
            id = wanted;
            form = PlaceForm.of(found.get());
            lookAround(wanted);
        }
        return found.isPresent();
    }

    /** Of a place without a point it is likely that it lies near those in which it lies. */
    private void lookAround(Long place) {
        var path = place == null ? List.<Location>of() : tree.path(place);
        centre =
                path.stream()
                        .flatMap(each -> each.point().stream())
                        .reduce((larger, smaller) -> smaller)
                        .map(Point::toString)
                        .orElse("");
    }

    /** Stores what was typed, once, however often it is sent. */
    public synchronized void save() throws IOException {
        if (done) {
            showList();
        } else if (check.isRight(form, id) && store()) {
            done = true;
            showList();
        }
    }

    private boolean store() throws IOException {
        try {
            return id == null ? add() : change();
        } catch (EJBException e) {
            if (check.isRight(form, id)) {
                throw e;
            }
            // Somebody was faster: the form says with what.
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
            Faces.responseSendError(HttpServletResponse.SC_NOT_FOUND, null);
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

    /** What a map shows at first, as latitude and longitude; empty if that is not known. */
    public String getCentre() {
        return centre;
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

    public PlaceForm getForm() {
        return form;
    }
}
