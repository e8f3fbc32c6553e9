package org.rapidsms.web.accounts;

import static jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters.withParams;
import static org.rapidsms.web.accounts.AccountsLog.LOG;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Behind {@code /accounts/login/}. */
@Named
@RequestScoped
public class LoginBacking {

    @Inject SecurityContext security;

    @Inject FacesContext faces;

    private String username;
    private String password;
    private String next;
    private boolean failed;

    /** Whoever is logged in already goes on. */
    public void load() throws IOException {
        if (faces.getExternalContext().getUserPrincipal() != null) {
            goOn();
        }
    }

    public void login() throws IOException {
        var request = (HttpServletRequest) faces.getExternalContext().getRequest();
        var response = (HttpServletResponse) faces.getExternalContext().getResponse();
        var credential = new UsernamePasswordCredential(printable(username), password);
        var status =
                security.authenticate(
                        request,
                        response,
                        withParams().credential(credential).newAuthentication(true));
        failed = status != AuthenticationStatus.SUCCESS;
        if (failed) {
            response.setStatus(HttpServletResponse.SC_OK);
            LOG.refused(printable(username), request.getRemoteAddr());
        } else {
            // Whoever knew the session's id before must not be logged in by it.
            request.changeSessionId();
            goOn();
        }
    }

    private void goOn() throws IOException {
        faces.getExternalContext().redirect(LocalPath.of(next));
    }

    /** No name has control characters; some databases and all logs take offence at them. */
    private static String printable(String typed) {
        return typed.replaceAll("\\p{Cntrl}", "?");
    }

    public String getUsername() {
        return username;
    }

    public void setUsername(String username) {
        this.username = username;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    /** The page that was wanted. */
    public String getNext() {
        return next;
    }

    public void setNext(String next) {
        this.next = next;
    }

    /** Whether the last try was refused. */
    public boolean isFailed() {
        return failed;
    }
}
