package org.rapidsms.app.messagelog;

import java.time.Instant;
import java.util.Set;
import org.rapidsms.message.Direction;
import org.rapidsms.message.Status;

/**
 * Which lines of the message log are wanted. What is null does not matter.
 *
 * @param text is in the text, whatever its case
 * @param who is in the identity or in the contact's name, whatever its case
 * @param backend the name of the backend, whole
 * @param reached how far the message has come
 * @param from not earlier than this
 * @param until earlier than this
 */
public record LogFilter(
        String text,
        String who,
        String backend,
        Direction direction,
        Reached reached,
        Instant from,
        Instant until) {

    /** Every line. */
    public static final LogFilter ALL = new LogFilter(null, null, null, null, null, null, null);

    /**
     * How far a message has come, on its way to or from one phone.
     *
     * @param direction null if it does not matter
     * @param statuses one of these
     * @param handled whether an app has handled it; null if it does not matter
     */
    public record Reached(Direction direction, Set<Status> statuses, Boolean handled) {}
}
