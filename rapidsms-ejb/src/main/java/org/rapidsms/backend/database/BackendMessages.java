package org.rapidsms.backend.database;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.rapidsms.admin.NewestRows;

/** The stored texts of database backends. */
@Stateless
@PermitAll
public class BackendMessages {

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

    private List<BackendMessage> newest(
            String condition, Map<String, ?> values, long before, int most) {
        var ends =
                entities.createQuery(
                                "select min(m.id), max(m.id) from BackendMessage m", Tuple.class)
                        .getSingleResult();
        if (ends.get(0) == null) {
            return List.of();
        }
        var query =
                entities.createQuery(
                                "select m from BackendMessage m where "
                                        + condition
                                        + " and m.id between :low and :high order by m.id desc",
                                BackendMessage.class)
                        .setMaxResults(most);
        values.forEach(query::setParameter);
        return NewestRows.between(
                ends.get(0, Long.class),
                Math.min(before - 1, ends.get(1, Long.class)),
                most,
                (low, high) ->
                        query.setParameter("low", low).setParameter("high", high).getResultList());
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
