package org.rapidsms.router;

import org.rapidsms.message.IncomingMessage;

/**
 * Decides when the apps see a message that is stored, and when its answers leave.
 *
 * <p>Kinds are CDI beans; {@code rapidsms.router} names the one for all backends, {@code
 * rapidsms.backends.NAME.router} one for a single backend. Their methods are called by many threads
 * at once; all but {@link #keeps} after the transaction that stored the message has committed, and
 * outside any other.
 */
public interface RouterKind {

    /** The value of {@code rapidsms.router} that means this kind. */
    String name();

    /**
     * Takes a message from a phone before it is stored, inside the caller's transaction if there is
     * one. When this returns true it survives the server, and the kind brings it to {@link
     * Incoming} by itself; when it returns false it is stored, and {@link #received} follows.
     */
    default boolean keeps(IncomingMessage message) {
        return false;
    }

    /**
     * A message from a phone has been stored and waits for {@link Incoming}.
     *
     * @param stored where it is
     * @param message the object that the caller handed in
     */
    void received(Stored stored, IncomingMessage message);

    /** Transmissions have been stored and wait for {@link Sender}. */
    void queued(Batch batch);

    /**
     * Whether it does all in the caller's thread, who sees at once what comes of it: what it stores
     * is left to it for a while, and what a gateway does not take is not tried again.
     */
    default boolean isEager() {
        return false;
    }
}
