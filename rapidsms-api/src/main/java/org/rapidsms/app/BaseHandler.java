package org.rapidsms.app;

import java.util.List;
import java.util.Optional;
import org.rapidsms.contact.Connection;
import org.rapidsms.message.IncomingMessage;
import org.rapidsms.message.OutgoingMessage;

/**
 * A small thing that answers one kind of message. The app {@code handlers} asks them one after the
 * other, in its handle phase.
 *
 * <p>A handler is a CDI bean, and one instance is called by many threads at once: what belongs to a
 * message is in its parameters. All discovered handlers take part in the order of {@link
 * jakarta.annotation.Priority} and name, or exactly those that {@code rapidsms.handlers} lists.
 */
public abstract class BaseHandler {

    /** The name that {@code rapidsms.handlers} uses: the class's, in lower case. */
    public String name() {
        return Discovery.nameOf(this);
    }

    /**
     * Acts on the message, if it is meant.
     *
     * @return whether it was; if so no other handler and no other app is asked
     */
    public abstract boolean dispatch(IncomingMessage message);

    /**
     * Tries a text on this handler, without a router: for tests.
     *
     * @return what it answers, in order; nothing at all if it does not feel meant
     */
    public Optional<List<String>> test(String text) {
        return test(text, "mock");
    }

    /** Tries a text from one identity of the backend {@code mock} on this handler: for tests. */
    public Optional<List<String>> test(String text, String identity) {
        var message = new IncomingMessage(new Connection("mock", identity), text);
        if (!dispatch(message)) {
            return Optional.empty();
        }
        return Optional.of(message.responses().stream().map(OutgoingMessage::text).toList());
    }
}
