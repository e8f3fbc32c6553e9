package org.rapidsms.backend;

import java.util.List;
import java.util.Optional;

/**
 * What became of a text for one phone.
 *
 * @param identity the phone
 * @param failure why the gateway did not take it; empty if it did
 * @param externalId the gateway's id of it, if it took it and named it
 * @param words what the gateway said, without secrets; may be empty
 */
public record Outcome(
        String identity, Optional<SendFailure> failure, Optional<String> externalId, String words) {

    /** The gateway took it. */
    public static Outcome sent(String identity) {
        return new Outcome(identity, Optional.empty(), Optional.empty(), "");
    }

    /** The gateway did not take it. */
    public static Outcome failed(String identity, SendFailure failure, String words) {
        return new Outcome(identity, Optional.of(failure), Optional.empty(), words);
    }

    /** The gateway took it for all of its phones. */
    public static List<Outcome> allSent(OutgoingSms sms) {
        return sms.identities().stream().map(Outcome::sent).toList();
    }
}
