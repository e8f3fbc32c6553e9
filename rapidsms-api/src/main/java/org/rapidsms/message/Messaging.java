package org.rapidsms.message;

import java.util.Collection;
import java.util.List;
import org.rapidsms.contact.Connection;

/**
 * Sends and receives messages: RapidSMS's messaging API.
 *
 * <p>Inject it. All methods may be called by any thread, inside a transaction or outside. Inside
 * one, what is sent or received becomes true when that transaction commits and is forgotten when it
 * rolls back.
 */
public interface Messaging {

    /**
     * Takes a message in the name of a backend, as if a phone had written it.
     *
     * <p>When this returns the message is stored, or kept in a queue that outlives the server.
     * Whether the apps have seen it by then is up to the router: {@code blocking} runs them before
     * it returns, {@code database} and {@code jms} soon after. A message whose backend and {@code
     * external_id} are known already is a repetition; it is answered like the first and changes
     * nothing.
     *
     * @return the same object
     */
    <M extends IncomingMessage> M receive(M message);

    /**
     * Sends a message to its connections, after the apps have seen it.
     *
     * <p>That a gateway is not reached is no error of the caller and not thrown: the message's
     * transmissions tell.
     *
     * @return the same object; {@link OutgoingMessage#processed()} is false if an app dropped it
     */
    <M extends OutgoingMessage> M send(M message);

    /**
     * The connections that these identities have on a backend, made if they are new.
     *
     * @param backend the name of a backend, configured or not
     * @param identities are taken as they are, neither trimmed nor parsed
     * @return one connection for each identity, in the same order, repetitions included
     */
    List<Connection> lookupConnections(String backend, Collection<String> identities);

    /** Takes a text from a phone. */
    default IncomingMessage receive(String text, Connection connection) {
        return receive(new IncomingMessage(connection, text));
    }

    /** Sends a text to one phone. */
    default OutgoingMessage send(String text, Connection connection) {
        return send(text, List.of(connection));
    }

    /** Sends a text to phones. */
    default OutgoingMessage send(String text, Collection<Connection> connections) {
        return send(new OutgoingMessage(connections, text));
    }

    /** The connection that one identity has on a backend, made if it is new. */
    default Connection lookupConnection(String backend, String identity) {
        return lookupConnections(backend, List.of(identity)).get(0);
    }
}
