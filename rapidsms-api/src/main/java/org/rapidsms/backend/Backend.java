package org.rapidsms.backend;

import java.util.List;

/**
 * One way to reach phones: a configured account with a gateway.
 *
 * <p>Both methods are called by many threads at once, and never inside a transaction. What they
 * know of the world is in their parameters.
 */
public interface Backend {

    /**
     * Hands a text to the gateway for one or more phones.
     *
     * @return what became of it for each identity of {@code sms}; one that is missing counts as
     *     {@link SendFailure#UNKNOWN}
     * @throws SendException if it failed for all of them alike
     */
    List<Outcome> send(OutgoingSms sms);

    /**
     * How many phones one call to the gateway reaches: {@code sms} has no more identities. What was
     * handed over when the server died may be handed over once more, so this is also how many
     * phones may then read a text twice.
     */
    default int phonesAtOnce() {
        return Integer.MAX_VALUE;
    }

    /**
     * Reads a call of the gateway. What the call says is stored after this returns, and only then
     * is the gateway answered; if that fails the gateway calls again. So this must change nothing,
     * or only what may be changed twice.
     *
     * @throws BadWebhookException if this is no call that the gateway makes, or it is not signed as
     *     the gateway signs
     */
    default Webhook receive(WebhookRequest request) {
        throw BadWebhookException.notFound();
    }

    /**
     * Whether {@link #receive} refuses calls that do not prove that the gateway makes them, as by a
     * signature; if not, the server names the backend when it starts.
     */
    default boolean knowsCallers() {
        return false;
    }
}
