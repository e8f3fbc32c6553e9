package org.rapidsms.backend;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What became of a text for one phone.
 *
 * @param identity the phone
 * @param failure why the gateway did not take it; empty if it did
 * @param externalId the gateway's id of it, if it took it and named it
 * @param words what the gateway said, without secrets; may be empty
 * @param retryAfter how long the gateway wants to be left alone; empty if it did not say
 */
public record Outcome(
        String identity,
        Optional<SendFailure> failure,
        Optional<String> externalId,
        String words,
        Optional<Duration> retryAfter) {

    /** The gateway took it. */
    public static Outcome sent(String identity) {
        return new Outcome(identity, Optional.empty(), Optional.empty(), "", Optional.empty());
    }

    /** The gateway took it, and names it so. */
    public static Outcome sent(String identity, String externalId) {
        return new Outcome(
                identity, Optional.empty(), Optional.of(externalId), "", Optional.empty());
    }

    /** The gateway did not take it. */
    public static Outcome failed(String identity, SendFailure failure, String words) {
        return failed(identity, new SendException(failure, words));
    }

    /** The gateway did not take it, as this says. */
    public static Outcome failed(String identity, SendException why) {
        return new Outcome(
                identity,
                Optional.of(why.failure()),
                Optional.empty(),
                why.getMessage(),
                why.retryAfter());
    }

    /** The gateway took it for all of its phones. */
    public static List<Outcome> allSent(OutgoingSms sms) {
        return sms.identities().stream().map(Outcome::sent).toList();
    }
}
