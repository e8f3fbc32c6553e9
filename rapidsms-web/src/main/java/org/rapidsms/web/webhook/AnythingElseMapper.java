package org.rapidsms.web.webhook;

import static org.rapidsms.web.webhook.WebhookLog.LOG;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

/**
 * Asks a gateway to come again when we could not store what it told, and shows it nothing of why.
 *
 * <p>Gateways repeat a 503, while some give a message up for lost on any other code.
 */
public class AnythingElseMapper implements ExceptionMapper<Throwable> {

    private static final int SECONDS = 30;

    @Override
    public Response toResponse(Throwable cause) {
        if (cause instanceof WebApplicationException e && e.getResponse().getStatus() < 500) {
            return Response.status(e.getResponse().getStatus())
                    .type(MediaType.TEXT_PLAIN_TYPE)
                    .entity("this is not a call that is taken here")
                    .build();
        }
        LOG.notStored(cause);
        return Response.status(Response.Status.SERVICE_UNAVAILABLE)
                .header("Retry-After", SECONDS)
                .type(MediaType.TEXT_PLAIN_TYPE)
                .entity("the call could not be stored, please come again")
                .build();
    }
}
