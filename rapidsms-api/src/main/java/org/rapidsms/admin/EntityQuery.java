package org.rapidsms.admin;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

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

    static final String WHOLE = " = :whole";
    static final String BEGINNING = " like :beginning escape '!'";
    static final String PART = " like :part escape '!'";
    static final String NUMBER = " = :number";

    <T> List<T> list(EntityManager entities, Class<T> type, Listing wanted) {
        var query = entities.createQuery(jpql(wanted), type);
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
        return query.setParameter("key", wanted.key()).setMaxResults(wanted.most()).getResultList();
    }

    private String jpql(Listing wanted) {
        var jpql = new StringBuilder("select e from ").append(entity).append(" e");
        fetched.forEach(path -> jpql.append(" left join fetch e.").append(path));
        jpql.append(" where e.id ").append(wanted.newer() ? ">" : "<").append(" :key");
        wanted.filters().keySet().forEach(f -> jpql.append(" and e.%s = :%s".formatted(f, f)));
        if (!way.isEmpty()) {
            jpql.append(" and ").append(way);
        }
        // The filters change nothing in the order; but so one index on filter and id serves both.
        var order = new ArrayList<>(wanted.filters().keySet());
        order.add("id");
        var direction = wanted.newer() ? "" : " desc";
        jpql.append(" order by ");
        jpql.append(String.join(", ", order.stream().map(o -> "e." + o + direction).toList()));
        return jpql.toString();
    }
}
