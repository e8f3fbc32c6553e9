package org.rapidsms.backend;

/**
 * What became of a text that the gateway had taken.
 *
 * @param messageId our name of the message, as in {@link OutgoingSms#messageId}
 * @param identity the phone
 * @param state how far it has come
 * @param words what the gateway or the network said; may be empty
 */
public record DeliveryReport(String messageId, String identity, State state, String words)
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
}
