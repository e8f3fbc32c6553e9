package org.rapidsms.web.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.CallerPrincipal;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.CredentialValidationResult.Status;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.rapidsms.account.Accounts;
import org.rapidsms.account.Login;

/**
 * Sends whoever is not logged in to the login.
 *
 * <p>A session remembers the number of its user and nothing else: what the user may see is asked
 * anew for each request, so that whoever was deleted, deactivated or left the staff is refused from
 * the next one on.
 */
@ApplicationScoped
public class LoginMechanism implements HttpAuthenticationMechanism {

    private static final String USER = "org.rapidsms.user";
    private static final String RESOURCES = "/jakarta.faces.resource/";

    @Inject IdentityStoreHandler stores;

    @Inject Accounts accounts;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws AuthenticationException {
        var credential = context.getAuthParameters().getCredential();
        if (credential != null) {
            var result = stores.validate(credential);
            remember(request, result);
            return context.notifyContainerAboutLogin(result);
        }
        var login = remembered(request);
        if (login.isPresent()) {
            return context.notifyContainerAboutLogin(
                    new CallerPrincipal(login.get().username()), login.get().roles());
        }
        if (!context.isProtected()) {
            return context.doNothing();
        }
        var door = request.getContextPath() + LocalPath.login(wanted(request));
        if ("partial/ajax".equals(request.getHeader("Faces-Request"))) {
            return redirectScript(response, door);
        }
        return context.redirect(door);
    }

    private static void remember(HttpServletRequest request, CredentialValidationResult result) {
        if (result.getStatus() == Status.VALID) {
            request.getSession().setAttribute(USER, Long.valueOf(result.getCallerUniqueId()));
        }
    }

    private Optional<Login> remembered(HttpServletRequest request) {
        var session = request.getSession(false);
        // Stylesheets and scripts are for everybody, and many.
        boolean isResource =
                request.getRequestURI().startsWith(request.getContextPath() + RESOURCES);
        return session != null && !isResource && session.getAttribute(USER) instanceof Long id
                ? accounts.stillLoggedIn(id)
                : Optional.empty();
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
