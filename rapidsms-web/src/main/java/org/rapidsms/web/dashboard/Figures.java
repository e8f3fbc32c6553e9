package org.rapidsms.web.dashboard;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import org.rapidsms.message.Direction;
import org.rapidsms.message.Status;

/** Counts messages for the dashboard. */
@Stateless
@PermitAll
public class Figures {

    private static final Collection<Status> WAITING = EnumSet.of(Status.QUEUED, Status.PROCESSING);

    @PersistenceContext(unitName = "rapidsms")
    EntityManager entities;

    /** The messages that came, or left, from a moment on. */
    public long messages(Direction direction, Instant from) {
        return entities.createQuery(
                        "select count(m) from Message m where m.direction = :d and m.date >= :from",
                        Long.class)
                .setParameter("d", direction)
                .setParameter("from", from)
                .getSingleResult();
    }

    /** The transmissions, to phones and from them, that went wrong from a moment on. */
    public long failed(Instant from) {
        return entities.createQuery(
                        "select count(t) from Transmission t where t.status = :e and t.date >= :from",
                        Long.class)
                .setParameter("e", Status.ERRORED)
                .setParameter("from", from)
                .getSingleResult();
    }

    /** The transmissions, to phones and from them, that nobody has finished with. */
    public long waiting() {
        return entities.createQuery(
                        "select count(t) from Transmission t where t.status in :waiting",
                        Long.class)
                .setParameter("waiting", WAITING)
                .getSingleResult();
    }
}
