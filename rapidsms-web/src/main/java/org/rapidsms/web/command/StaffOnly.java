package org.rapidsms.web.command;

import static org.rapidsms.web.command.CommandLog.LOG;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.CredentialValidationResult.Status;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.ext.Provider;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Base64;
import java.util.Optional;
import org.rapidsms.account.AccountStore;

/**
 * Lets users of the staff pass, by name and password of each call (RFC 7617). Wrong passwords count
 * as those of the login page do, so that an account rests after too many.
 */
@Provider
@ApplicationScoped
public class StaffOnly implements ContainerRequestFilter {

    private static final String SCHEME = "Basic ";

    @Inject IdentityStoreHandler stores;

    @Context HttpServletRequest caller;

    @Override
    public void filter(ContainerRequestContext request) {
        if (isFromPage(request)) {
            refuse(request, Response.Status.FORBIDDEN, "", "This is not for pages and browsers.");
            return;
        }
        var credential = credential(request.getHeaderString(HttpHeaders.AUTHORIZATION));
        var who = credential.map(UsernamePasswordCredential::getCaller).orElse("");
        var result = credential.map(stores::validate);
        if (result.map(CredentialValidationResult::getStatus).orElse(null) != Status.VALID) {
            refuse(
                    request,
                    Response.Status.UNAUTHORIZED,
                    who,
                    "User name and password do not match. After 5 wrong tries an account rests for"
                            + " 5 minutes.");
        } else if (!result.get().getCallerGroups().contains(AccountStore.STAFF)) {
            refuse(
                    request,
                    Response.Status.FORBIDDEN,
                    who,
                    "Commands are for users of the staff, and " + who + " is none.");
        } else {
            request.setSecurityContext(new Staff(who, request.getSecurityContext().isSecure()));
        }
    }

    /** Who is at work. */
    private record Staff(String username, boolean isSecure) implements SecurityContext {

        @Override
        public Principal getUserPrincipal() {
            return () -> username;
        }

        @Override
        public boolean isUserInRole(String role) {
            return AccountStore.STAFF.equals(role) || AccountStore.USER.equals(role);
        }

        @Override
        public String getAuthenticationScheme() {
            return BASIC_AUTH;
        }
    }

    /** Browsers say where a call comes from; one that remembers a password must not be used. */
    private static boolean isFromPage(ContainerRequestContext request) {
        return request.getHeaderString("Origin") != null
                || request.getHeaderString("Sec-Fetch-Site") != null;
    }

    private static Optional<UsernamePasswordCredential> credential(String header) {
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        try {
            var encoded = header.substring(SCHEME.length()).strip();
            var decoded = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            var parts = decoded.split(":", 2);
            return parts.length < 2
                    ? Optional.empty()
                    : Optional.of(
                            new UsernamePasswordCredential(
                                    parts[0].replaceAll("\\p{Cntrl}", "?"), parts[1]));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void refuse(
            ContainerRequestContext request, Response.Status status, String who, String words) {
        LOG.refused(who, caller.getRemoteAddr(), words);
        request.abortWith(
                Response.status(status)
                        .header(
                                HttpHeaders.WWW_AUTHENTICATE,
                                "Basic realm=\"RapidSMS\", charset=\"UTF-8\"")
                        .type(MediaType.TEXT_PLAIN_TYPE.withCharset("utf-8"))
                        .entity(words)
                        .build());
    }
}
