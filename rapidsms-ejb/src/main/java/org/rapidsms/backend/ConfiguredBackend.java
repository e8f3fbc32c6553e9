package org.rapidsms.backend;

import java.time.Duration;
import java.util.Optional;

/**
 * A backend with its name and how it is to be used.
 *
 * @param name as in {@code rapidsms.backends.NAME}
 * @param engine the name of its engine
 * @param backend the backend itself
 * @param router the kind of router for its messages, if not the server's
 * @param sending how the router hands texts to it
 * @param duplicateWindow for how long the same text of the same phone counts as the same message,
 *     if the gateway gives its messages no ids; nothing for never
 * @param everyNode whether each node of a cluster may keep a connection of its own, if the backend
 *     keeps one; else one node does for all
 * @param callers who may call its webhook
 */
public record ConfiguredBackend(
        String name,
        String engine,
        Backend backend,
        Optional<String> router,
        Sending sending,
        Duration duplicateWindow,
        boolean everyNode,
        Callers callers) {

    /**
     * Reads a call, if whoever makes it may do so.
     *
     * @param address the caller's
     * @throws BadWebhookException if not, or if it is no call that the gateway makes
     */
    public Webhook receive(WebhookRequest call, String address) {
        callers.check(call, address);
        return backend.receive(call);
    }

    /** Whether there are calls that it takes, and from anybody. */
    public boolean isOpen() {
        return callers.areAnybody() && !backend.knowsCallers() && takesCalls();
    }

    private boolean takesCalls() {
        try {
            return backend.getClass().getMethod("receive", WebhookRequest.class).getDeclaringClass()
                    != Backend.class;
        } catch (NoSuchMethodException e) {
            throw new AssertionError(e);
        }
    }
}
