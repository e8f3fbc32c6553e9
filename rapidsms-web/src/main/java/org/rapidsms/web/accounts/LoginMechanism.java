package org.rapidsms.web.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.AutoApplySession;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Sends whoever is not logged in to the login, and remembers in the session who is. */
@ApplicationScoped
@AutoApplySession
public class LoginMechanism implements HttpAuthenticationMechanism {

    @Inject IdentityStoreHandler stores;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws AuthenticationException {
        var credential = context.getAuthParameters().getCredential();
        if (credential != null) {
            return context.notifyContainerAboutLogin(stores.validate(credential));
        }
        if (!context.isProtected()) {
            return context.doNothing();
        }
        var login = request.getContextPath() + LocalPath.login(wanted(request));
        if ("partial/ajax".equals(request.getHeader("Faces-Request"))) {
            return redirectScript(response, login);
        }
        return context.redirect(login);
    }

    private static String wanted(HttpServletRequest request) {
        boolean canBeRepeated =
                "GET".equals(request.getMethod()) && request.getQueryString() != null;
        return canBeRepeated
                ? request.getRequestURI() + "?" + request.getQueryString()
                : request.getRequestURI();
    }

    /** A script follows no redirect; it is told where to go (Faces 4.0, partial response). */
    private static AuthenticationStatus redirectScript(HttpServletResponse response, String to)
            throws AuthenticationException {
        response.setContentType("text/xml;charset=UTF-8");
        try {
            response.getWriter()
                    .append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
                    .append("<partial-response><redirect url=\"")
                    .append(to)
                    .append("\"/></partial-response>");
        } catch (IOException e) {
            throw new AuthenticationException(e);
        }
        return AuthenticationStatus.SEND_CONTINUE;
    }
}
