package org.rapidsms.app.messagelog;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.rapidsms.message.Direction;
import org.rapidsms.message.Status;

/**
 * Which lines of the message log are wanted. What is null does not matter.
 *
 * @param text is in the text, whatever its case
 * @param who is in the identity or in the contact's name, whatever its case
 * @param identities the identity, whole, is one of these; what {@link LogSearch#prepare} makes of
 *     {@code who}
 * @param backend the name of the backend, whole
 * @param reached how far the message has come
 * @param from not earlier than this
 * @param until earlier than this
 */
public record LogFilter(
        String text,
        String who,
        List<String> identities,
        String backend,
        Direction direction,
        Reached reached,
        Instant from,
        Instant until) {

    /** Every line. */
    public static final LogFilter ALL = new LogFilter(null, null, null, null, null, null, null);

    /** A filter by what pages ask for. */
    public LogFilter(
            String text,
            String who,
            String backend,
            Direction direction,
            Reached reached,
            Instant from,
            Instant until) {
        this(text, who, null, backend, direction, reached, from, until);
    }

    /** The same filter, with these phones in place of whom somebody typed. */
    LogFilter with(List<String> phones) {
        return new LogFilter(text, null, phones, backend, direction, reached, from, until);
    }

    /**
     * How far a message has come, on its way to or from one phone.
     *
     * @param direction null if it does not matter
     * @param statuses one of these
     * @param handled whether an app has handled it; null if it does not matter
     */
    public record Reached(Direction direction, Set<Status> statuses, Boolean handled) {}
}
