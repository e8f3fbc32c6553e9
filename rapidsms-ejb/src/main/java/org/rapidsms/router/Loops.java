package org.rapidsms.router;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Notices when we and another machine answer one another for ever: then a phone is told the same
 * again and again.
 *
 * <p>Each node counts what it answers itself, in bounded memory; a restart forgets it.
 */
@ApplicationScoped
public class Loops {

    /** So often a phone may be answered the same within {@link #WINDOW}. */
    static final int MOST = 20;

    static final Duration WINDOW = Duration.ofMinutes(5);

    /** Of how many answers is remembered when they were given: the newest. */
    private static final int REMEMBERED = 10_000;

    private record Answer(long connection, String text) {}

    private final Map<Answer, Deque<Instant>> given =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Answer, Deque<Instant>> eldest) {
                    return size() > REMEMBERED;
                }
            };

    /** Whether one more of this answer is too many; if not, it counts. */
    public synchronized boolean isLooping(long connection, String text, Instant now) {
        var times = given.computeIfAbsent(new Answer(connection, text), a -> new ArrayDeque<>());
        while (!times.isEmpty() && times.peek().isBefore(now.minus(WINDOW))) {
            times.remove();
        }
        if (times.size() >= MOST) {
            return true;
        }
        times.add(now);
        return false;
    }
}
