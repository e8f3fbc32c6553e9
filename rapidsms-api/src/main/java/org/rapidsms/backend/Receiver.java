package org.rapidsms.backend;

/** Takes what comes by a connection. May be called by any thread. */
public interface Receiver {

    /** Says that texts can be handed over from now on, until the connection ends. */
    void ready();

    /**
     * Stores an event. When this returns it survives the server, so that the gateway may be told
     * that it was taken. A text that has its {@code external_id} and came before is not stored
     * again.
     *
     * <p>With the router {@code blocking} the answer is sent before this returns. So if {@link
     * Backend#send} waits for what the gateway says to it, another thread than the one that reads
     * it calls this.
     *
     * @throws BadWebhookException if it can never be stored: its sender or its id is no such
     * @throws RuntimeException if it cannot be stored now: the gateway must keep it
     */
    void receive(BackendEvent event);
}
