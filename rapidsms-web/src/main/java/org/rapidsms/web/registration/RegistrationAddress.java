package org.rapidsms.web.registration;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.omnifaces.cdi.Param;
import org.rapidsms.web.frame.Texts;

/** Which part of registration an address below {@code /registration/} means. */
@Named
@RequestScoped
public class RegistrationAddress {

    private static final String LIST = "contacts";
    private static final String ADD = "add";
    private static final String BULK_ADD = "bulk_add";
    private static final String EDIT = "edit";

    @Inject RegistrationBacking list;

    @Inject ContactBacking contact;

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
        if (!isKnown()) {
            notFound();
        } else if (getPart().equals(LIST)) {
            list.load();
        } else if (getPart().equals(ADD)) {
            contact.loadNew();
        } else if (getPart().equals(EDIT) && !contact.load(Long.parseLong(first))) {
            notFound();
        }
    }

    private static void notFound() throws IOException {
        var faces = FacesContext.getCurrentInstance();
        faces.getExternalContext().responseSendError(HttpServletResponse.SC_NOT_FOUND, null);
        faces.responseComplete();
    }

    private boolean isKnown() {
        return isBare() || !getPart().equals(LIST);
    }

    private boolean isBare() {
        return first == null || first.isEmpty();
    }

    /** The file of that part; the list if there is none. */
    public String getPart() {
        if (isBare() || second == null || surplus != null) {
            return LIST;
        }
        if (first.equals("contact") && (second.equals(ADD) || second.equals(BULK_ADD))) {
            return second;
        }
        return second.equals(EDIT) && first.matches("[0-9]{1,18}") ? EDIT : LIST;
    }

    public String getTitle() {
        return switch (getPart()) {
            case ADD -> Texts.of("addContact");
            case BULK_ADD -> Texts.of("bulkAddTitle");
            case EDIT -> Texts.of("editContact");
            default -> Texts.of("registration");
        };
    }

    /** What stands below the title. */
    public String getHint() {
        return switch (getPart()) {
            case ADD -> Texts.of("addContactHint");
            case BULK_ADD -> Texts.of("bulkAddHint");
            case EDIT -> Texts.of("editContactHint");
            default -> Texts.of("registrationHint");
        };
    }
}
