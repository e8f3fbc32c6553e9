package org.rapidsms.backend.database;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The stored texts of database backends. */
@Stateless
@PermitAll
public class BackendMessages {

    private static final long STRETCH = 500;
    private static final int GROWTH = 10;

    @PersistenceContext EntityManager entities;

    public void add(Collection<BackendMessage> messages) {
        messages.forEach(entities::persist);
    }

    /**
     * What was said on a backend, newest first.
     *
     * @param before only what has a smaller number; {@link Long#MAX_VALUE} for the newest
     * @param most how many at most
     */
    public List<BackendMessage> newest(String name, long before, int most) {
        return newest("m.name = :name", Map.of("name", name), before, most);
    }

    /**
     * What was said with one phone, newest first.
     *
     * @param before only what has a smaller number; {@link Long#MAX_VALUE} for the newest
     * @param most how many at most
     */
    public List<BackendMessage> newest(String name, String identity, long before, int most) {
        return newest(
                "m.name = :name and m.identity = :identity",
                Map.of("name", name, "identity", identity),
                before,
                most);
    }

    /** H2 walks no index backwards: it is asked for a stretch, which grows until it has enough. */
    private List<BackendMessage> newest(
            String condition, Map<String, ?> values, long before, int most) {
        var ends =
                entities.createQuery(
                                "select min(m.id), max(m.id) from BackendMessage m", Tuple.class)
                        .getSingleResult();
        if (ends.get(0) == null) {
            return List.of();
        }
        long oldest = ends.get(0, Long.class);
        long high = Math.min(before - 1, ends.get(1, Long.class));
        var query =
                entities.createQuery(
                        "select m from BackendMessage m where "
                                + condition
                                + " and m.id between :low and :high order by m.id desc",
                        BackendMessage.class);
        values.forEach(query::setParameter);
        query.setParameter("high", high).setMaxResults(most);
        long low = high - STRETCH;
        var found = query.setParameter("low", low).getResultList();
        while (found.size() < most && low > oldest) {
            low = high - (high - low) * GROWTH;
            found = query.setParameter("low", low).getResultList();
        }
        return found;
    }

    /**
     * What was said with one phone after a moment, oldest first.
     *
     * @param after only what has a greater number
     * @param most how many at most
     */
    public List<BackendMessage> after(String name, String identity, long after, int most) {
        return entities.createQuery(
                        "select m from BackendMessage m where m.name = :n and m.identity = :i"
                                + " and m.id > :after order by m.id",
                        BackendMessage.class)
                .setParameter("n", name)
                .setParameter("i", identity)
                .setParameter("after", after)
                .setMaxResults(most)
                .getResultList();
    }

    /** Forgets what was said with one phone. */
    public int clear(String name, String identity) {
        return entities.createQuery(
                        "delete from BackendMessage m where m.name = :n and m.identity = :i")
                .setParameter("n", name)
                .setParameter("i", identity)
                .executeUpdate();
    }

    /** Forgets what was said with all phones of a backend. */
    public int clearAll(String name) {
        return entities.createQuery("delete from BackendMessage m where m.name = :n")
                .setParameter("n", name)
                .executeUpdate();
    }
}
