package org.rapidsms.web.registration;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIInput;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.omnifaces.util.Components;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;
import org.rapidsms.contact.Contact;
import org.rapidsms.contact.Contacts;
import org.rapidsms.contact.TakenException;
import org.rapidsms.web.frame.Texts;

/** Behind {@code /registration/contact/add/} and {@code /registration/ID/edit/}. */
@Named
@ViewScoped
public class ContactBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject Contacts contacts;

    @Inject KnownBackends backends;

    @Inject FieldRows fieldRows;

    @Inject ContactPlace place;

    private Long id;
    private ContactForm form;
    private ArrayList<FieldRow> fields;
    private ArrayList<String> choice;
    private boolean done;

    /** Shows the form of somebody new. */
    void loadNew() {
        show(ContactForm.empty(backends.likely()), Map.of());
    }

    /** Shows a contact, if it is there. */
    boolean load(long wanted) {
        var found = contacts.find(wanted);
        if (found.isPresent()) {
            id = wanted;
            show(ContactForm.of(found.get(), backends.likely()), found.get().written());
            place.show(found.get());
        }
        return found.isPresent();
    }

    private void show(ContactForm shown, Map<String, String> known) {
        form = shown;
        fields = new ArrayList<>(fieldRows.of(known, locale()));
        choice = new ArrayList<>(backends.names());
    }

    private static Locale locale() {
        return FacesContext.getCurrentInstance().getViewRoot().getLocale();
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
        if (form.isNameTooLong()) {
            complain("name", Texts.of("nameTooLong", Contact.NAME_LENGTH));
        } else if (form.isNameStrange()) {
            complain("name", Texts.of("nameStrange"));
        }
        if (form.isLanguageWrong()) {
            complain("language", Texts.of("languageWrong"));
        }
        place.check();
        boolean areRowsRight = form.checkRows(contacts::owners);
        boolean areFieldsRight = fieldRows.check(fields, locale());
        return areRowsRight
                && areFieldsRight
                && !FacesContext.getCurrentInstance().isValidationFailed();
    }

    private static void complain(String field, String said) {
        Components.<UIInput>findComponent("contact:" + field).setValid(false);
        Messages.add(field, new FacesMessage(FacesMessage.SEVERITY_ERROR, said, said));
        FacesContext.getCurrentInstance().validationFailed();
    }

    private boolean store() throws IOException {
        try {
            return id == null ? add() : change();
        } catch (TakenException e) {
            // Somebody was faster: the row says who.
            if (form.checkRows(contacts::owners)) {
                throw e;
            }
            return false;
        }
    }

    private boolean add() {
        var added = contacts.add(form.getName(), form.languageTag(), form.phones(), values());
        place.store(added.getId());
        say(Texts.of("addedContact"));
        return true;
    }

    private Map<String, String> values() {
        return fieldRows.written(fields, locale());
    }

    private boolean change() throws IOException {
        boolean isThere =
                contacts.change(id, form.getName(), form.languageTag(), form.phones(), values());
        if (isThere) {
            place.store(id);
            say(Texts.of("savedContact"));
        } else {
            Faces.responseSendError(HttpServletResponse.SC_NOT_FOUND, null);
        }
        return isThere;
    }

    /** Deletes the contact; if somebody else has done that already, so much the better. */
    public void delete() throws IOException {
        contacts.delete(id);
        say(Texts.of("deletedContact"));
        showList();
    }

    private static void say(String what) {
        Messages.addFlashGlobal(new FacesMessage(FacesMessage.SEVERITY_INFO, what, ""));
    }

    private static void showList() throws IOException {
        var external = FacesContext.getCurrentInstance().getExternalContext();
        external.redirect(external.getRequestContextPath() + "/registration/");
    }

    public void addRow() {
        form.addRow();
    }

    public void removeRow(PhoneRow row) {
        form.remove(row);
    }

    public ContactForm getForm() {
        return form;
    }

    /** The fields that apps have declared. */
    public List<FieldRow> getFields() {
        return fields;
    }

    /** The names of backends to choose from. */
    public List<String> getBackends() {
        return choice;
    }
}
