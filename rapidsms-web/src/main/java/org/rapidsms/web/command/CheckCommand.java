package org.rapidsms.web.command;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;

/** Tells how the server is configured, and what is wrong with that. */
@Path("/check")
@Produces("text/plain;charset=utf-8")
public class CheckCommand {

    /** The header that tells how many problems there are. */
    static final String PROBLEMS = "RapidSMS-Problems";

    @Inject Configuration configuration;

    @Inject Problems problems;

    @GET
    public Response check() throws SQLException {
        var found = problems.found();
        var lines = configuration.lines();
        lines.add(found.isEmpty() ? "Problems: none" : "Problems:");
        found.forEach(problem -> lines.add("  - " + problem));
        return Response.ok(String.join("\n", lines)).header(PROBLEMS, found.size()).build();
    }
}
