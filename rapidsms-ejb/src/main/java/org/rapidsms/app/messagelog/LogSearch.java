package org.rapidsms.app.messagelog;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.rapidsms.contact.Connection;
import org.rapidsms.contact.Recipients;

/**
 * Finds lines of the message log, a page at a time, from a key on.
 *
 * <p>What no index leads to is looked for in {@value #LOOKS_AT} lines at a time: so a search among
 * millions costs what one among thousands does, and says how far it has looked.
 */
@Stateless
@PermitAll
public class LogSearch {

    /** How many lines one search looks at, if it must look at each. */
    public static final int LOOKS_AT = 20_000;

    /**
     * By how much numbers may be out of the order of time: threads and nodes take them in blocks.
     */
    private static final long OUT_OF_ORDER = 1_000;

    private static final int FEW_PHONES = 100;

    @PersistenceContext EntityManager entities;

    @Inject Recipients recipients;

    private final int looksAt;

    public LogSearch() {
        this(LOOKS_AT);
    }

    /** For tests, which have no millions of lines. */
    LogSearch(int looksAt) {
        this.looksAt = looksAt;
    }

    /**
     * The same filter, quicker: if few phones, or those of few people, are meant, then by their
     * identities, to which an index leads.
     */
    public LogFilter byPhones(LogFilter filter) {
        if (filter.who() == null) {
            return filter;
        }
        var phones = recipients.find(filter.who(), FEW_PHONES + 1);
        return phones.size() > FEW_PHONES
                ? filter
                : filter.with(phones.stream().map(Connection::getIdentity).distinct().toList());
    }

    /** Lines with smaller numbers than a key, newest first. */
    public List<LogEntry> before(LogFilter filter, long key, int most) {
        return list(filter, stretchBefore(filter, limits(filter), key), "e.id desc", most);
    }

    /** Lines with larger numbers than a key, oldest first. */
    public List<LogEntry> after(LogFilter filter, long key, int most) {
        return list(filter, stretchAfter(filter, limits(filter), key), "e.id", most);
    }

    /** The number down to which {@link #before} looks, if there are smaller ones. */
    public OptionalLong horizonBefore(LogFilter filter, long key) {
        var limits = limits(filter);
        long low = stretchBefore(filter, limits, key).low();
        return low > limits.low() ? OptionalLong.of(low) : OptionalLong.empty();
    }

    /** The number up to which {@link #after} looks, if there are larger ones. */
    public OptionalLong horizonAfter(LogFilter filter, long key) {
        var limits = limits(filter);
        long high = stretchAfter(filter, limits, key).high();
        return high < limits.high() ? OptionalLong.of(high) : OptionalLong.empty();
    }

    private Stretch stretchBefore(LogFilter filter, Stretch limits, long key) {
        long high = Math.min(key - 1, limits.high());
        return new Stretch(
                isIndexed(filter) ? limits.low() : Math.max(limits.low(), high - looksAt + 1),
                high);
    }

    private Stretch stretchAfter(LogFilter filter, Stretch limits, long key) {
        long low = Math.max(key + 1, limits.low());
        return new Stretch(
                low,
                isIndexed(filter) ? limits.high() : Math.min(limits.high(), low + looksAt - 1));
    }

    private static boolean isIndexed(LogFilter filter) {
        return filter.identities() != null || isAnybodys(filter);
    }

    private static boolean isAnybodys(LogFilter filter) {
        return filter.text() == null
                && filter.who() == null
                && filter.direction() == null
                && filter.reached() == null;
    }

    private List<LogEntry> list(LogFilter filter, Stretch stretch, String order, int most) {
        var wanted = new Wanted(filter);
        var query =
                entities.createQuery(
                        "select e from LogEntry e left join fetch e.contact left join e.contact c"
                                + " where e.id between :low and :high"
                                + wanted.conditions()
                                + " order by "
                                + order,
                        LogEntry.class);
        wanted.parameters().forEach(query::setParameter);
        return query.setParameter("low", stretch.low())
                .setParameter("high", stretch.high())
                .setMaxResults(most)
                .getResultList();
    }

    /** Between which numbers the lines of the wanted time are. */
    private Stretch limits(LogFilter filter) {
        long oldest = number("", null, "e.id").orElse(0);
        long newest = number("", null, "e.id desc").orElse(-1);
        if (filter.from() != null) {
            var first = number(" where e.date >= :limit", filter.from(), "e.date, e.id");
            oldest = Math.max(oldest, first.orElse(Long.MAX_VALUE) - OUT_OF_ORDER);
        }
        if (filter.until() != null) {
            var last = number(" where e.date < :limit", filter.until(), "e.date desc, e.id desc");
            newest = Math.min(newest, last.orElse(Long.MIN_VALUE) + OUT_OF_ORDER);
        }
        return new Stretch(oldest, newest);
    }

    private OptionalLong number(String condition, Instant limit, String order) {
        var query =
                entities.createQuery(
                        "select e.id from LogEntry e" + condition + " order by " + order,
                        Long.class);
        if (limit != null) {
            query.setParameter("limit", limit);
        }
        return query.setMaxResults(1).getResultStream().mapToLong(Long::longValue).findFirst();
    }

    /** Numbers, the first and the last one too; none if the last is less than the first. */
    private record Stretch(long low, long high) {}
}
