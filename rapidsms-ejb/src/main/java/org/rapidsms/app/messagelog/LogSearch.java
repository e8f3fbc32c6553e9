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
import org.rapidsms.admin.NewestRows;
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
     * Finds out where to look. If few phones, or those of few people, are meant, then by their
     * identities, to which an index leads; and no further than the wanted time.
     */
    public PreparedSearch prepare(LogFilter filter) {
        var limits = limits(filter);
        return new PreparedSearch(byPhones(filter), limits.low(), limits.high());
    }

    private LogFilter byPhones(LogFilter filter) {
        if (filter.who() == null) {
            return filter;
        }
        var phones = recipients.ids(filter.who(), FEW_PHONES + 1);
        if (phones.size() > FEW_PHONES) {
            return filter;
        }
        return filter.with(
                recipients.withIds(phones).stream()
                        .map(Connection::getIdentity)
                        .distinct()
                        .toList());
    }

    /** Lines with smaller numbers than a key, newest first. */
    public List<LogEntry> before(PreparedSearch search, long key, int most) {
        var whole = stretchBefore(search, key);
        return NewestRows.between(
                whole.low(),
                whole.high(),
                most,
                (low, high) -> list(search.filter(), new Stretch(low, high), "e.id desc", most));
    }

    /** Lines with larger numbers than a key, oldest first. */
    public List<LogEntry> after(PreparedSearch search, long key, int most) {
        return list(search.filter(), stretchAfter(search, key), "e.id", most);
    }

    /** The number down to which {@link #before} looks, if there are smaller ones. */
    public OptionalLong horizonBefore(PreparedSearch search, long key) {
        long low = stretchBefore(search, key).low();
        return low > search.low() ? OptionalLong.of(low) : OptionalLong.empty();
    }

    /** The number up to which {@link #after} looks, if there are larger ones. */
    public OptionalLong horizonAfter(PreparedSearch search, long key) {
        long high = stretchAfter(search, key).high();
        return high < search.high() ? OptionalLong.of(high) : OptionalLong.empty();
    }

    private Stretch stretchBefore(PreparedSearch search, long key) {
        long high = Math.min(key - 1, search.high());
        long low = isIndexed(search.filter()) ? search.low() : high - looksAt + 1;
        return new Stretch(Math.max(search.low(), low), high);
    }

    private Stretch stretchAfter(PreparedSearch search, long key) {
        long low = Math.max(key + 1, search.low());
        long high = isIndexed(search.filter()) ? search.high() : low + looksAt - 1;
        return new Stretch(low, Math.min(search.high(), high));
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
    private record Stretch(long low, long high) {}
}
