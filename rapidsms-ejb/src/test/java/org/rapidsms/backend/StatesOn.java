package org.rapidsms.backend;

import jakarta.persistence.EntityManager;
import java.util.Optional;
import org.rapidsms.schema.TestDatabase;

/** The states of backends on a real database, without a container: each call is a transaction. */
public record StatesOn(TestDatabase database) {

    public void stop(String backend) {
        database.run(entities -> states(entities).stop(backend, "anna"));
    }

    public void start(String backend) {
        database.run(entities -> states(entities).start(backend, "bert"));
    }

    BackendState find(String backend) {
        return database.ask(entities -> states(entities).byName().get(backend));
    }

    /** Whether a backend that is in the settings, or not, is listed as one that does not send. */
    boolean isListed(String backend, Optional<ConfiguredBackend> configured) {
        return database.ask(
                entities -> {
                    var states = states(entities);
                    states.backends =
                            new Backends() {
                                @Override
                                public Optional<ConfiguredBackend> find(String name) {
                                    return configured.filter(b -> b.name().equals(name));
                                }
                            };
                    return states.notSending().stream()
                            .anyMatch(state -> state.getBackend().equals(backend));
                });
    }

    private static BackendStates states(EntityManager entities) {
        var states = new BackendStates();
        states.entities = entities;
        return states;
    }
}
