package org.rapidsms.web.command;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.rapidsms.backend.BackendState;
import org.rapidsms.backend.BackendStates;
import org.rapidsms.backend.Backends;
import org.rapidsms.message.Journeys;
import org.rapidsms.schema.Database;
import org.rapidsms.settings.ServerProperties;

/**
 * What is wrong with a server that runs. A wrong value of a setting is not among it: with one, the
 * server does not start.
 */
@ApplicationScoped
class Problems {

    private static final Duration LONG = Duration.ofMinutes(5);

    @Inject ServerProperties properties;

    @Inject Backends backends;

    @Inject BackendStates states;

    @Inject Journeys journeys;

    @Inject Database database;

    /** One sentence for each. */
    List<String> found() {
        var found = new ArrayList<String>();
        for (var name : properties.unknown()) {
            var hint = properties.nearest(name).map(near -> ": did you mean " + near + "?");
            found.add(name + " is set, but there is no such setting" + hint.orElse("."));
        }
        if (backends.all().size() == 1) {
            found.add(
                    "There is no backend but the message tester's, so no phone is reached: set"
                            + " rapidsms.backends.NAME.engine.");
        }
        if (database.pendingMigrations() > 0) {
            found.add("The schema of the database is not up to date: start the server again.");
        }
        states.notSending().stream().map(Problems::notSending).forEach(found::add);
        journeys.oldestQueued()
                .filter(since -> since.isBefore(Instant.now().minus(LONG)))
                .ifPresent(
                        since ->
                                found.add(
                                        "Messages have been waiting since %s: look in the server's log."
                                                .formatted(since)));
        return found;
    }

    private static String notSending(BackendState state) {
        return state.isStopped()
                ? "Backend %s was stopped on its page, and what waits for it is kept."
                        .formatted(state.getBackend())
                : "Backend %s pauses, and what waits for it is kept: %s."
                        .formatted(state.getBackend(), state.getProblem());
    }
}
