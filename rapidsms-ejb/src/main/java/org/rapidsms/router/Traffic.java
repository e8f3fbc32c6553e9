package org.rapidsms.router;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.rapidsms.schema.Sql;

/**
 * What waits for each backend, and what went by it last.
 *
 * <p>Only the newest rows are looked at, and only so many of what waits are counted: it costs the
 * same over a thousand and over millions.
 */
@Stateless
@PermitAll
public class Traffic {

    /** So many of what waits, answers and others, are counted at most. */
    public static final int MOST = 1000;

    /** So many of the newest numbers of texts are looked at. */
    public static final int NEWEST = 10_000;

    private static final long NEWEST_SETBACKS = 1000;

    @PersistenceContext EntityManager entities;

    /**
     * What waits to be sent by a backend.
     *
     * @param count to how many phones; more than {@link #MOST} stands for any number above
     * @param oldest since when the oldest of those that were counted waits; null if nothing does
     */
    public record Waiting(int count, Instant oldest) {

        private static Waiting of(ResultSet row) throws SQLException {
            return new Waiting(row.getInt(1), instant(row, 2));
        }

        private Waiting and(Waiting other) {
            return new Waiting(
                    count + other.count,
                    Stream.of(oldest == null ? other.oldest : oldest, other.oldest)
                            .filter(Objects::nonNull)
                            .min(Instant::compareTo)
                            .orElse(oldest));
        }
    }

    /**
     * What went by a backend last.
     *
     * @param in when a text came; null if none is among the newest
     * @param out when the gateway took a text; null if none is among the newest
     * @param problem what went wrong, in the gateway's words where it had any; null if nothing did
     *     lately
     * @param failed when that was
     */
    public record Last(Instant in, Instant out, String problem, Instant failed) {

        /** Nothing of which one knows. */
        public static final Last NOTHING = new Last(null, null, null, null);
    }

    /** What waits for a backend. */
    public Waiting waiting(String backend) {
        return waiting(backend, true).and(waiting(backend, false));
    }

    private Waiting waiting(String backend, boolean urgent) {
        return Sql.in(entities)
                .query(
                        "select count(*), min(date) from (select t.date from transmission t"
                                + " where t.backend = ? and t.urgent = ?"
                                // H2 begins with what is never due, unless told where to begin.
                                + " and t.due > ? order by t.backend, t.urgent, t.due, t.id"
                                + " limit ?) waiting",
                        Waiting::of,
                        backend,
                        urgent,
                        Instant.EPOCH,
                        MOST + 1)
                .get(0);
    }

    /** What went by each backend last, by its name; nobody is named of whom nothing is known. */
    public Map<String, Last> last() {
        var last = new HashMap<String, Last>();
        Sql.in(entities)
                .query(
                        "select t.backend, max(case when m.direction = 'I' then t.date end),"
                                + " max(t.sent) from transmission t"
                                + " join message m on m.id = t.message_id"
                                + " where t.id > (select max(id) from transmission) - ?"
                                + " group by t.backend",
                        row ->
                                last.put(
                                        row.getString(1),
                                        new Last(instant(row, 2), instant(row, 3), null, null)),
                        NEWEST);
        setbacks().forEach(s -> last.merge(s.backend(), s.alone(), (known, alone) -> s.of(known)));
        return last;
    }

    private record Problem(String backend, String words, Instant date) {

        Last alone() {
            return of(Last.NOTHING);
        }

        Last of(Last known) {
            return new Last(known.in(), known.out(), words, date);
        }
    }

    /** Oldest first. */
    private List<Problem> setbacks() {
        return Sql.in(entities)
                .query(
                        "select t.backend, s.words, s.date from setback s"
                                + " join transmission t on t.id = s.transmission_id"
                                + " where s.id > (select max(id) from setback) - ? order by s.id",
                        row -> new Problem(row.getString(1), row.getString(2), instant(row, 3)),
                        NEWEST_SETBACKS);
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        var moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
