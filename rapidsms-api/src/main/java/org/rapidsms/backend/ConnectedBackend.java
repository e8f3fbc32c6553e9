package org.rapidsms.backend;

/**
 * A backend that keeps a connection to its gateway, by which texts go out and come in.
 *
 * <p>{@link #connect} is called by a thread of its own, on one node of a cluster at a time, again
 * and again while the server runs: a backend connects, and leaves it to the caller when to do so
 * once more. Texts are handed over only where and while it is connected.
 */
public interface ConnectedBackend extends Backend {

    /**
     * Connects, tells {@code receiver} when that is done and what comes, and returns when the
     * connection has ended and everything that belonged to it is closed.
     *
     * @throws SendException if there is no connection, or no longer one. {@link
     *     SendFailure#UNREACHABLE}: it is made again soon, after a failure later and later; {@link
     *     SendFailure#MISCONFIGURED}: the gateway refuses us, and is asked again after minutes only
     * @throws InterruptedException if the thread was interrupted, which is how it is told to stop;
     *     the connection has ended in good order
     */
    void connect(Receiver receiver) throws InterruptedException;

    /** How the connection is: what a gateway says of itself, for people; empty for nothing. */
    default String state() {
        return "";
    }
}
