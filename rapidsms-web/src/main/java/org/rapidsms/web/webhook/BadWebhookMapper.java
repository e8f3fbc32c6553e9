package org.rapidsms.web.webhook;

import static org.rapidsms.web.webhook.WebhookLog.LOG;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import org.rapidsms.backend.BadWebhookException;

/** Tells a gateway in one line what is wrong with its call. */
public class BadWebhookMapper implements ExceptionMapper<BadWebhookException> {

    @Context UriInfo uri;

    @Override
    public Response toResponse(BadWebhookException e) {
        LOG.refused(uri.getRequestUri().getRawPath(), e.status(), e.getMessage());
        var answer =
                Response.status(e.status()).type(MediaType.TEXT_PLAIN_TYPE).entity(e.getMessage());
        if (!e.allowed().isEmpty()) {
            answer.header("Allow", String.join(", ", e.allowed()));
        }
        if (e.status() == Response.Status.UNAUTHORIZED.getStatusCode()) {
            answer.header("WWW-Authenticate", "Basic realm=\"RapidSMS\", charset=\"UTF-8\"");
        }
        return answer.build();
    }
}
