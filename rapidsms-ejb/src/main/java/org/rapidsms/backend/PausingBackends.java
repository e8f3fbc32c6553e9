package org.rapidsms.backend;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** The backends that pause, or have no connection, because something is wrong. */
@Stateless
@PermitAll
public class PausingBackends {

    @PersistenceContext EntityManager entities;

    /** How they stand, by name. */
    public List<BackendState> byName() {
        return entities.createQuery(
                        "select s from BackendState s where s.problem is not null order by s.backend",
                        BackendState.class)
                .getResultList();
    }
}
