package org.rapidsms.web.webhook;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.rapidsms.backend.Backends;
import org.rapidsms.backend.BadWebhookException;
import org.rapidsms.backend.ConfiguredBackend;
import org.rapidsms.backend.Refusals;
import org.rapidsms.backend.Webhook;
import org.rapidsms.backend.WebhookRequest;
import org.rapidsms.router.Arrivals;

/**
 * Takes the calls of gateways. What a call means is known to the backend alone; every method comes
 * here so that the backend may refuse the wrong ones.
 */
@Path("/{backend}{slash:/?}{action:.*}")
public class WebhookResource {

    private static final int MOST_BYTES = 64 * 1024;

    @Inject Backends backends;

    @Inject Arrivals arrivals;

    @Inject Refusals refusals;

    @Inject
    @ConfigProperty(name = "rapidsms.public-url")
    Optional<String> publicUrl;

    @Context UriInfo uri;

    @Context HttpHeaders headers;

    @Context Request request;

    @Context HttpServletRequest connection;

    @PathParam("backend")
    String name;

    @PathParam("action")
    String action;

    @GET
    public Response get() {
        return receive(new byte[0]);
    }

    @HEAD
    public Response head() {
        return receive(new byte[0]);
    }

    @OPTIONS
    public Response options() {
        return receive(new byte[0]);
    }

    @POST
    public Response post(InputStream body) throws IOException {
        return receive(read(body));
    }

    @PUT
    public Response put(InputStream body) throws IOException {
        return receive(read(body));
    }

    @PATCH
    public Response patch(InputStream body) throws IOException {
        return receive(read(body));
    }

    @DELETE
    public Response delete() {
        return receive(new byte[0]);
    }

    /** Never holds more than the limit, whatever the caller announces or sends. */
    private static byte[] read(InputStream body) throws IOException {
        var bytes = body.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw BadWebhookException.tooLarge(MOST_BYTES);
        }
        return bytes;
    }

    private Response receive(byte[] body) {
        var backend = backends.find(name).orElseThrow(BadWebhookException::notFound);
        var call =
                new WebhookRequest(
                        request.getMethod(),
                        action.replaceAll("/+$", ""),
                        Objects.requireNonNullElse(uri.getRequestUri().getRawQuery(), ""),
                        address(),
                        firstHeaders(),
                        body);
        var webhook = receive(backend, call);
        webhook.events().forEach(event -> arrivals.store(backend, event));
        return Response.status(webhook.status())
                .entity(webhook.answer())
                .type(webhook.type())
                .build();
    }

    private Webhook receive(ConfiguredBackend backend, WebhookRequest call) {
        try {
            return backend.receive(call, connection.getRemoteAddr());
        } catch (BadWebhookException e) {
            if (e.isRefusal()) {
                refusals.add(backend.name(), Instant.now());
            }
            throw e;
        }
    }

    /** As the gateway called it: it cannot know how a proxy passes its call on. */
    private String address() {
        var called = uri.getRequestUri();
        var server = called.getScheme() + "://" + called.getRawAuthority();
        return publicUrl.orElse(server).replaceAll("/+$", "") + called.getRawPath();
    }

    private TreeMap<String, String> firstHeaders() {
        var first = new TreeMap<String, String>();
        headers.getRequestHeaders().forEach((header, values) -> first.put(header, values.get(0)));
        return first;
    }
}
