package org.rapidsms.web.registration;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.omnifaces.util.Messages;
import org.rapidsms.contact.Contact;
import org.rapidsms.contact.Contacts;
import org.rapidsms.web.frame.Texts;
import org.rapidsms.web.locations.PlaceChoice;

/** The place in the form of a contact. */
@Named
@ViewScoped
public class ContactPlace implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject Contacts contacts;

    private PlaceChoice choice = new PlaceChoice();

    void show(Contact contact) {
        choice = PlaceChoice.of(contact.getLocation());
    }

    /** Complains of a place that was deleted after it was suggested. */
    void check() {
        if (choice.forgetsGone()) {
            var said = Texts.of("placeGone");
            Messages.add("location", new FacesMessage(FacesMessage.SEVERITY_ERROR, said, said));
            FacesContext.getCurrentInstance().validationFailed();
        }
    }

    void store(long contact) {
        contacts.settle(contact, choice.id());
    }

    public PlaceChoice getChoice() {
        return choice;
    }
}
