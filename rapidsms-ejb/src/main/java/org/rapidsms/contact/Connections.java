package org.rapidsms.contact;

import static jakarta.ejb.TransactionAttributeType.REQUIRES_NEW;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJBException;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;

/** The stored connections. */
@Stateless
@PermitAll
public class Connections {

    @PersistenceContext EntityManager entities;

    @Resource SessionContext context;

    /**
     * The stored connection of this backend and identity, made if it is new.
     *
     * <p>Making it is a transaction of its own: two messages that bring the same new phone at the
     * same instant then both find it, and neither fails.
     *
     * @throws IllegalArgumentException if backend or identity is longer than is stored
     */
    public Connection lookup(String backend, String identity) {
        check(backend, Connection.BACKEND_LENGTH, "backend");
        check(identity, Connection.IDENTITY_LENGTH, "identity");
        return find(backend, identity).orElseGet(() -> makeAndFind(backend, identity));
    }

    private static void check(String value, int most, String what) {
        if (value.length() > most) {
            throw new IllegalArgumentException(
                    "a connection's %s has %d characters at most".formatted(what, most));
        }
    }

    private Optional<Connection> find(String backend, String identity) {
        return entities.createQuery(
                        "select c from Connection c where c.backend = :b and c.identity = :i",
                        Connection.class)
                .setParameter("b", backend)
                .setParameter("i", identity)
                .getResultStream()
                .findFirst();
    }

    private Connection makeAndFind(String backend, String identity) {
        try {
            context.getBusinessObject(Connections.class).make(backend, identity);
        } catch (EJBException e) {
            // Somebody else has made it meanwhile, or else the database is at fault.
            return find(backend, identity).orElseThrow(() -> e);
        }
        return find(backend, identity).orElseThrow();
    }

    /** Stores a new connection, in a transaction of its own. */
    @TransactionAttribute(REQUIRES_NEW)
    public void make(String backend, String identity) {
        entities.persist(new Connection(backend, identity));
        entities.flush();
    }
}
