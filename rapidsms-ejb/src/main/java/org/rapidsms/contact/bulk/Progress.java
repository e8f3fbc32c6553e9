package org.rapidsms.contact.bulk;

import static jakarta.ejb.TransactionAttributeType.REQUIRES_NEW;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;

/** Tells how many contacts of a file are stored, while the transaction that stores them goes on. */
@Stateless
@PermitAll
public class Progress {

    @PersistenceContext(unitName = "rapidsms")
    EntityManager entities;

    /**
     * Tells it, in a transaction of its own.
     *
     * @throws StoppedException if they are not wanted any more
     */
    @TransactionAttribute(REQUIRES_NEW)
    public void tell(long id, long stored) {
        int known =
                entities.createQuery(
                                "update BulkImport i set i.stored = :stored, i.touchedOn = :now"
                                        + " where i.id = :id and i.state = 'STORING'")
                        .setParameter("stored", stored)
                        .setParameter("now", Instant.now())
                        .setParameter("id", id)
                        .executeUpdate();
        if (known == 0) {
            throw new StoppedException();
        }
    }
}
