package org.rapidsms.router;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.rapidsms.backend.OutgoingSms;

/**
 * One call to a gateway that somebody has taken on, and the rows that it is for.
 *
 * @param sms for the backend
 * @param message the number of the message's row
 * @param attempts how often each of these rows, by number and in the order of the phones, has been
 *     taken on, this time included: a row that says more has been taken on by somebody else since
 * @param until when others may think that whoever took it on has died
 * @param troubled whether the backend's last call had failed
 */
public record Claim(
        OutgoingSms sms,
        long message,
        Map<Long, Integer> attempts,
        Instant until,
        boolean troubled) {

    List<Long> transmissions() {
        return List.copyOf(attempts.keySet());
    }
}
