package org.rapidsms.web.frame;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.eclipse.microprofile.config.Config;
import org.primefaces.context.PrimeFacesContext;

/** Behind the frame of all pages: whose project it is, and who is logged in. */
@Named
@RequestScoped
public class FrameBacking {

    private static final String NAME_OF_NOTHING_ELSE = "RapidSMS";

    @Inject HttpServletRequest request;

    @Inject Config config;

    @Inject FacesContext faces;

    /** The name of the project, as its users know it. */
    public String getProject() {
        return config.getOptionalValue("rapidsms.project-name", String.class)
                .orElse(NAME_OF_NOTHING_ELSE);
    }

    public boolean isLoggedIn() {
        return request.getUserPrincipal() != null;
    }

    public String getUsername() {
        return isLoggedIn() ? request.getUserPrincipal().getName() : "";
    }

    /** What stands on the button of the account. */
    public String getInitials() {
        var name = getUsername();
        return name.substring(0, Math.min(2, name.length())).toUpperCase(Locale.ROOT);
    }

    /** What the button of the account is called. */
    public String getAccount() {
        return Texts.of("accountOf", getUsername());
    }

    /** The number that this page's own scripts carry (Content Security Policy, nonce). */
    public String getNonce() {
        return PrimeFacesContext.getCspState(faces).getNonce();
    }

    /** The kind of notice that suits a message. */
    public String kind(FacesMessage message) {
        if (message.getSeverity().equals(FacesMessage.SEVERITY_INFO)) {
            return "ok";
        }
        return message.getSeverity().equals(FacesMessage.SEVERITY_WARN) ? "warn" : "bad";
    }
}
