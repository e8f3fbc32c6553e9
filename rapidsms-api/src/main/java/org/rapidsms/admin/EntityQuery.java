package org.rapidsms.admin;

import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * One way to find entities for a list.
 *
 * @param entity its name
 * @param fetched what is loaded with each
 * @param filtered what the values of filters are turned into
 * @param way the condition of the search; empty if nothing is looked for
 */
record EntityQuery(
        String entity,
        List<String> fetched,
        Map<String, Function<String, ?>> filtered,
        String way) {

    private static final long NONE = 0;

    static final String WHOLE = " = :whole";
    static final String BEGINNING = " like :beginning escape '!'";
    static final String PART = " like :part escape '!'";
    static final String NUMBER = " = :number";

    /** Their numbers first: so an index alone is read until it is known which rows are meant. */
    <T> List<T> list(
            EntityManager entities, Class<T> type, ToLongFunction<T> number, Listing wanted) {
        var ids = ids(entities, wanted);
        var byId = new HashMap<Long, T>();
        var joins = new StringBuilder();
        fetched.forEach(path -> joins.append(" left join fetch e.").append(path));
        entities.createQuery(
                        "select distinct e from " + entity + " e" + joins + " where e.id in :ids",
                        type)
                .setParameter("ids", ids)
                .getResultStream()
                .forEach(row -> byId.put(number.applyAsLong(row), row));
        return ids.stream().map(byId::get).filter(Objects::nonNull).toList();
    }

    private List<Long> ids(EntityManager entities, Listing wanted) {
        if (wanted.newer() || way.endsWith(NUMBER)) {
            return ids(entities, wanted, NONE, wanted.key());
        }
        return NewestRows.between(
                NONE,
                Math.min(wanted.key() - 1, newest(entities)),
                wanted.most(),
                (low, high) -> ids(entities, wanted, low - 1, high + 1));
    }

    private long newest(EntityManager entities) {
        var newest =
                entities.createQuery("select max(e.id) from " + entity + " e", Long.class)
                        .getSingleResult();
        return newest == null ? NONE : newest;
    }

    private List<Long> ids(EntityManager entities, Listing wanted, long low, long high) {
        var query = entities.createQuery(jpql(wanted), Long.class);
        wanted.filters().forEach((f, value) -> query.setParameter(f, filtered.get(f).apply(value)));
        var escaped = wanted.search().replaceAll("[!%_]", "!$0");
        if (way.endsWith(WHOLE)) {
            query.setParameter("whole", wanted.search());
        } else if (way.endsWith(BEGINNING)) {
            query.setParameter("beginning", escaped + "%");
        } else if (way.endsWith(PART)) {
            query.setParameter("part", "%" + escaped.toLowerCase(Locale.ROOT) + "%");
        } else if (way.endsWith(NUMBER)) {
            query.setParameter("number", Long.valueOf(wanted.search()));
        }
        return query.setParameter("low", wanted.newer() ? wanted.key() : low)
                .setParameter("high", wanted.newer() ? Long.MAX_VALUE : high)
                .setMaxResults(wanted.most())
                .getResultList();
    }

    private String jpql(Listing wanted) {
        var jpql = new StringBuilder("select e.id from ").append(entity);
        jpql.append(" e where e.id > :low and e.id < :high");
        wanted.filters().keySet().forEach(f -> jpql.append(" and e.%s = :%s".formatted(f, f)));
        if (!way.isEmpty()) {
            jpql.append(" and ").append(way);
        }
        return jpql.append(" order by e.id").append(wanted.newer() ? "" : " desc").toString();
    }
}
