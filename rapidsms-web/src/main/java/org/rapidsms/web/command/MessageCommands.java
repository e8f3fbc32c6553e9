package org.rapidsms.web.command;

import static org.rapidsms.web.command.CommandLog.LOG;

import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.rapidsms.backend.Backends;
import org.rapidsms.backend.ConfiguredBackend;
import org.rapidsms.contact.Connection;
import org.rapidsms.message.Journeys;
import org.rapidsms.message.Messaging;
import org.rapidsms.message.Transmission;

/** Sends a message, and tells how far it has come. */
@Path("/message")
@Produces("text/plain;charset=utf-8")
public class MessageCommands {

    private static final int MOST_PHONES = 1000;

    @Inject Messaging messaging;

    @Inject Journeys journeys;

    @Inject Backends backends;

    @Context SecurityContext security;

    /** Answers with the message's name. */
    @POST
    public String send(
            @FormParam("backend") String backend,
            @FormParam("to") List<String> to,
            @FormParam("text") String text) {
        check(backend, to, Objects.requireNonNullElse(text, ""));
        var message = messaging.send(text, messaging.lookupConnections(backend, to));
        if (!message.processed()) {
            throw new RefusedException(
                    Status.CONFLICT, "Nothing was sent: an app has held the message back.");
        }
        LOG.sent(message.id(), security.getUserPrincipal().getName());
        return message.id();
    }

    private void check(String backend, List<String> to, String text) {
        if (backends.find(Objects.requireNonNullElse(backend, "")).isEmpty()) {
            var names =
                    backends.all().stream()
                            .map(ConfiguredBackend::name)
                            .collect(Collectors.joining(", "));
            refuse("There is no backend %s. The backends are %s.".formatted(backend, names));
        }
        if (to.isEmpty() || to.size() > MOST_PHONES) {
            refuse("A message goes to 1 to %d phones at once.".formatted(MOST_PHONES));
        }
        if (!to.stream().allMatch(MessageCommands::isIdentity)) {
            refuse(
                    "A phone number has 1 to %d characters, all of them visible."
                            .formatted(Connection.IDENTITY_LENGTH));
        }
        if (text.isBlank()) {
            refuse("The message is empty.");
        }
    }

    private static boolean isIdentity(String to) {
        return !to.isBlank()
                && to.length() <= Connection.IDENTITY_LENGTH
                && to.chars().noneMatch(Character::isISOControl);
    }

    private static void refuse(String words) {
        throw new RefusedException(Status.BAD_REQUEST, words);
    }

    /** Answers with the message's status and, on further lines, why it has failed for whom. */
    @GET
    @Path("/{id}")
    public String state(@PathParam("id") String id) {
        var message =
                journeys.find(id)
                        .orElseThrow(
                                () ->
                                        new RefusedException(
                                                Status.BAD_REQUEST,
                                                "There is no message %s.".formatted(id)));
        var problems =
                journeys.after(id, 0, MOST_PHONES).stream()
                        .filter(transmission -> transmission.getProblem() != null)
                        .map(MessageCommands::problem)
                        .collect(Collectors.joining());
        return message.getStatus().name().toLowerCase(Locale.ROOT) + problems;
    }

    private static String problem(Transmission failed) {
        return "\n%s: %s".formatted(failed.getConnection().getIdentity(), failed.getProblem());
    }
}
