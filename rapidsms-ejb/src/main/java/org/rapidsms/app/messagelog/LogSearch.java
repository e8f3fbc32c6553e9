package org.rapidsms.app.messagelog;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
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

    /** By how much numbers may be out of the order of time: a message to many takes a while. */
    private static final long OUT_OF_ORDER = 20_000;

    private static final long NEWEST = 500;
    private static final int GROWTH = 10;

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
        var whole = stretchBefore(filter, limits(filter), key);
        // H2 walks no index backwards: asked for the newest of many lines, it would sort them all.
        long length = NEWEST;
        var found = list(filter, whole.newest(length), "e.id desc", most);
        while (found.size() < most && length < whole.length()) {
            length *= GROWTH;
            found = list(filter, whole.newest(length), "e.id desc", most);
        }
        return found;
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
        var ends =
                entities.createQuery("select min(e.id), max(e.id) from LogEntry e", Tuple.class)
                        .getSingleResult();
        if (ends.get(0) == null) {
            return new Stretch(1, 0);
        }
        var all = new Stretch(ends.get(0, Long.class), ends.get(1, Long.class));
        return new Stretch(
                filter.from() == null
                        ? all.low()
                        : Math.max(all.low(), firstSince(filter.from(), all) - OUT_OF_ORDER),
                filter.until() == null
                        ? all.high()
                        : Math.min(all.high(), firstSince(filter.until(), all) + OUT_OF_ORDER));
    }

    /**
     * Where the lines since a moment begin, if numbers grow as time does; beyond the last line if
     * all are older.
     */
    private long firstSince(Instant moment, Stretch all) {
        long low = all.low();
        long high = all.high() + 1;
        while (low < high) {
            long middle = low + (high - low) / 2;
            if (dateFrom(middle).isBefore(moment)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private Instant dateFrom(long number) {
        return entities.createQuery(
                        "select e.date from LogEntry e where e.id >= :number order by e.id",
                        Instant.class)
                .setParameter("number", number)
                .setMaxResults(1)
                .getSingleResult();
    }

    /** Numbers, the first and the last one too; none if the last is less than the first. */
    private record Stretch(long low, long high) {

        long length() {
            return high - low + 1;
        }

        Stretch newest(long most) {
            return new Stretch(Math.max(low, high - most + 1), high);
        }
    }
}
