package org.rapidsms.backend;

import java.util.List;

/**
 * What became of a text that the gateway had taken.
 *
 * @param messageId our name of the message, as in {@link OutgoingSms#messageId}; empty if the
 *     gateway does not repeat it
 * @param identity the phone; empty if the gateway does not say
 * @param externalIds the gateway's id of the text, as it stood in {@link Outcome#externalId}; more
 *     than one, the likeliest first, if the gateway may have written it otherwise then. They are
 *     looked at if there is no {@code messageId}
 * @param state how far it has come
 * @param words what the gateway or the network said; may be empty
 */
public record DeliveryReport(
        String messageId, String identity, List<String> externalIds, State state, String words)
        implements BackendEvent {

    /** How far a text has come. */
    public enum State {
        /** The network has it; this is not the end. */
        SENT,
        /** The phone has it. */
        DELIVERED,
        /** It will not arrive. */
        FAILED
    }

    public DeliveryReport {
        externalIds = List.copyOf(externalIds);
    }

    /** A report of a gateway that repeats our name of the message. */
    public DeliveryReport(String messageId, String identity, State state, String words) {
        this(messageId, identity, List.of(), state, words);
    }

    /**
     * A report of a gateway that knows its own id only.
     *
     * @param externalIds as it may have been in {@link Outcome#externalId}, the likeliest first
     */
    public static DeliveryReport of(List<String> externalIds, State state, String words) {
        return new DeliveryReport("", "", externalIds, state, words);
    }

    /** A report of a gateway that knows its own id only. */
    public static DeliveryReport of(String externalId, State state, String words) {
        return of(List.of(externalId), state, words);
    }
}
