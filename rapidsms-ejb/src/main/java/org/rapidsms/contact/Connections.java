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
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
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

    /**
     * The stored connections of these backends and identities, in their order, each made if it is
     * new. However many are known already, one question is asked for all of them.
     *
     * @throws IllegalArgumentException if backend or identity is longer than is stored
     */
    public List<Connection> lookup(Collection<Connection> phones) {
        if (phones.size() == 1) {
            return phones.stream().map(this::lookup).toList();
        }
        var known = new HashMap<Connection, Connection>();
        known(phones).forEach(connection -> known.put(connection, connection));
        return phones.stream().map(phone -> known.computeIfAbsent(phone, this::lookup)).toList();
    }

    private Connection lookup(Connection phone) {
        return lookup(phone.getBackend(), phone.getIdentity());
    }

    private List<Connection> known(Collection<Connection> phones) {
        // By identity alone: of two lists H2 looks up neither, and reads all phones of a backend.
        return entities.createQuery(
                        "select c from Connection c left join fetch c.contact"
                                + " where c.identity in :identities",
                        Connection.class)
                .setParameter("identities", phones.stream().map(Connection::getIdentity).toList())
                .getResultList();
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
