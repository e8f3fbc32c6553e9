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
import org.hibernate.Session;
import org.rapidsms.schema.Sql;

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
        check(new Connection(backend, identity));
        return find(backend, identity).orElseGet(() -> makeAndFind(backend, identity));
    }

    /**
     * The stored connections of these backends and identities, in their order, each made if it is
     * new. However many there are, one question is asked for all of them, and none if all have been
     * read in this transaction.
     *
     * @throws IllegalArgumentException if backend or identity is longer than is stored
     */
    public List<Connection> lookup(Collection<Connection> phones) {
        if (phones.stream().allMatch(entities::contains)) {
            return List.copyOf(phones);
        }
        if (phones.size() == 1) {
            return phones.stream().map(this::lookup).toList();
        }
        phones.forEach(Connections::check);
        var known = new HashMap<Connection, Connection>();
        known(phones).forEach(connection -> known.put(connection, connection));
        makeAll(phones.stream().filter(phone -> !known.containsKey(phone)).distinct().toList())
                .forEach(connection -> known.put(connection, connection));
        return phones.stream().map(phone -> known.computeIfAbsent(phone, this::lookup)).toList();
    }

    /**
     * @return none if one of them was made by somebody else meanwhile, or if they are just one
     */
    private List<Connection> makeAll(List<Connection> phones) {
        if (phones.size() < 2) {
            return List.of();
        }
        try {
            context.getBusinessObject(Connections.class).make(phones);
            return known(phones);
        } catch (EJBException e) {
            return List.of();
        }
    }

    private Connection lookup(Connection phone) {
        return lookup(phone.getBackend(), phone.getIdentity());
    }

    private List<Connection> known(Collection<Connection> phones) {
        entities.flush();
        // By identity alone: of two lists H2 looks up neither, and reads all phones of a backend.
        var ids =
                Sql.in(entities)
                        .query(
                                "select id from connection where identity = any(?)",
                                row -> row.getLong(1),
                                phones.stream().map(Connection::getIdentity).toList());
        return entities.unwrap(Session.class).byMultipleIds(Connection.class).multiLoad(ids);
    }

    private static void check(Connection phone) {
        check(phone.getBackend(), Connection.BACKEND_LENGTH, "backend");
        check(phone.getIdentity(), Connection.IDENTITY_LENGTH, "identity");
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
            context.getBusinessObject(Connections.class)
                    .make(List.of(new Connection(backend, identity)));
        } catch (EJBException e) {
            // Somebody else has made it meanwhile, or else the database is at fault.
            return find(backend, identity).orElseThrow(() -> e);
        }
        return find(backend, identity).orElseThrow();
    }

    /** Stores new connections, in a transaction of their own. */
    @TransactionAttribute(REQUIRES_NEW)
    public void make(List<Connection> phones) {
        phones.forEach(p -> entities.persist(new Connection(p.getBackend(), p.getIdentity())));
        entities.flush();
    }
}
