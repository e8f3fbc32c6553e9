package org.rapidsms.web.accounts;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIInput;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import org.omnifaces.util.Components;
import org.omnifaces.util.Messages;
import org.rapidsms.account.Accounts;
import org.rapidsms.web.frame.Texts;

/** Behind {@code /accounts/password/}: somebody gives themselves another password. */
@Named
@RequestScoped
public class PasswordBacking {

    @Inject Accounts accounts;

    @Inject FacesContext faces;

    private String current;
    private String chosen;
    private String repeated;

    public void change() throws IOException {
        var external = faces.getExternalContext();
        var username = external.getUserPrincipal().getName();
        if (chosen.equalsIgnoreCase(username)) {
            complain("newPassword", Texts.of("passwordIsUsername"));
        } else if (!chosen.equals(repeated)) {
            complain("repeatPassword", Texts.of("passwordsDiffer"));
        } else if (!accounts.changePassword(
                username, current.toCharArray(), chosen.toCharArray())) {
            complain("currentPassword", Texts.of("currentPasswordWrong"));
        } else {
            Messages.addFlashGlobal(
                    new FacesMessage(FacesMessage.SEVERITY_INFO, Texts.of("passwordChanged"), ""));
            external.redirect(external.getRequestContextPath() + "/");
        }
    }

    private static void complain(String field, String said) {
        Components.<UIInput>findComponent("change:" + field).setValid(false);
        Messages.add(field, new FacesMessage(FacesMessage.SEVERITY_ERROR, said, said));
    }

    /** The fewest characters of a password. */
    public int getShortest() {
        return Accounts.SHORTEST_PASSWORD;
    }

    public String getCurrent() {
        return current;
    }

    public void setCurrent(String current) {
        this.current = current;
    }

    /** The new password. */
    public String getChosen() {
        return chosen;
    }

    public void setChosen(String chosen) {
        this.chosen = chosen;
    }

    /** The new password, typed once more. */
    public String getRepeated() {
        return repeated;
    }

    public void setRepeated(String repeated) {
        this.repeated = repeated;
    }
}
