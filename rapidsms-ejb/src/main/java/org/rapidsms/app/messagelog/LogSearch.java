package org.rapidsms.app.messagelog;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** Finds lines of the message log, a page at a time, from a key on. */
@Stateless
@PermitAll
public class LogSearch {

    @PersistenceContext EntityManager entities;

    /** Lines with smaller numbers than a key, newest first. */
    public List<LogEntry> before(LogFilter filter, long key, int most) {
        return list(new Wanted(filter), "e.id < :key", "e.id desc", key, most);
    }

    /** Lines with larger numbers than a key, oldest first. */
    public List<LogEntry> after(LogFilter filter, long key, int most) {
        return list(new Wanted(filter), "e.id > :key", "e.id", key, most);
    }

    private List<LogEntry> list(Wanted wanted, String range, String order, long key, int most) {
        var query =
                entities.createQuery(
                        "select e from LogEntry e left join fetch e.contact left join e.contact c where "
                                + range
                                + wanted.conditions()
                                + " order by "
                                + order,
                        LogEntry.class);
        wanted.parameters().forEach(query::setParameter);
        return query.setParameter("key", key).setMaxResults(most).getResultList();
    }
}
