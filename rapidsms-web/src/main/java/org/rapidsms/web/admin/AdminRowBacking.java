package org.rapidsms.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.omnifaces.util.Messages;
import org.rapidsms.admin.Admin;
import org.rapidsms.admin.AdminModel;
import org.rapidsms.admin.RefusedException;
import org.rapidsms.admin.Row;
import org.rapidsms.web.frame.Texts;

/** Behind {@code /admin/MODEL/ID/} and its {@code delete/}: one row, and its end. */
@Named
@RequestScoped
public class AdminRowBacking {

    @Inject Admin admin;

    @Inject FacesContext faces;

    private AdminModel<?> model;
    private Row row;

    boolean load(AdminModel<?> wanted, long id) {
        model = wanted;
        row = admin.find(model.name(), id, language()).orElse(null);
        return row != null;
    }

    private Locale language() {
        return faces.getViewRoot().getLocale();
    }

    public Row getRow() {
        return row;
    }

    /** What deleting takes along, in words; nothing if the row is gone meanwhile. */
    public List<String> getAlong() {
        return row == null
                ? List.of()
                : admin.alongWithDelete(model.name(), row.id()).stream()
                        .map(companion -> Spoken.companion(model, companion, language()))
                        .toList();
    }

    /** What else there is to know before deleting; may be empty. */
    public String getDeleteHint() {
        return model.words("delete.hint", language());
    }

    void delete(AdminModel<?> wanted, long id) throws IOException {
        try {
            admin.delete(wanted.name(), id);
            say(
                    FacesMessage.SEVERITY_INFO,
                    Texts.of("adminDeleted", wanted.words("one", language())),
                    "");
            show("/admin/%s/".formatted(wanted.name()));
        } catch (RefusedException e) {
            var why = Spoken.refusal(wanted, e.refusals().get(0), language());
            say(FacesMessage.SEVERITY_ERROR, Texts.of("adminNotDeleted"), why);
            show("/admin/%s/%d/".formatted(wanted.name(), id));
        }
    }

    private static void say(FacesMessage.Severity severity, String what, String why) {
        Messages.addFlashGlobal(new FacesMessage(severity, what, why));
    }

    private void show(String path) throws IOException {
        var external = faces.getExternalContext();
        external.redirect(external.getRequestContextPath() + path);
    }
}
