package org.rapidsms.backend;

import static org.rapidsms.backend.BackendsLog.LOG;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How all backends stand, and the switch that stops one. */
@Stateless
@PermitAll
public class BackendStates {

    @PersistenceContext EntityManager entities;

    @Inject Backends backends;

    /** How those stand that do not send, because something is wrong or they were stopped. */
    public List<BackendState> notSending() {
        return entities.createQuery(
                        "select s from BackendState s where s.problem is not null or s.stopped ="
                                + " true order by s.backend",
                        BackendState.class)
                .getResultStream()
                // Of one that was taken out of the settings a row stays.
                .filter(state -> backends.find(state.getBackend()).isPresent())
                .toList();
    }

    /** How each stands that is known, by its name. */
    public Map<String, BackendState> byName() {
        return entities.createQuery("select s from BackendState s", BackendState.class)
                .getResultStream()
                .collect(Collectors.toMap(BackendState::getBackend, Function.identity()));
    }

    /**
     * Has nothing more handed to a backend's gateway, but for what is on its way there, until it is
     * started again. What waits is kept, and what comes is taken.
     *
     * @param who of the staff does so, for the log
     */
    public void stop(String backend, String who) {
        locked(backend).stop();
        LOG.stopped(backend, who);
    }

    /**
     * Lets a backend send again: its texts begin to leave within a second or two, those that wait
     * for another attempt too.
     *
     * @param who of the staff does so, for the log
     */
    public void start(String backend, String who) {
        locked(backend).start();
        entities.createNativeQuery(
                        "update transmission set due = :now where backend = :backend"
                                // What is held, or on its way, is no longer queued.
                                + " and status = 'Q' and problem is not null and due > :now")
                .setParameter("now", Instant.now())
                .setParameter("backend", backend)
                .executeUpdate();
        LOG.started(backend, who);
    }

    private BackendState locked(String backend) {
        var state = entities.find(BackendState.class, backend, LockModeType.PESSIMISTIC_WRITE);
        if (state == null) {
            state = new BackendState(backend);
            entities.persist(state);
        }
        return state;
    }
}
