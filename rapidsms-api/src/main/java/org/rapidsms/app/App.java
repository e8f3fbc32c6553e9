package org.rapidsms.app;

import java.util.List;
import org.rapidsms.message.IncomingMessage;
import org.rapidsms.message.OutgoingMessage;

/**
 * Takes part in the routing of messages.
 *
 * <p>The router walks each incoming message through five phases, and in each phase through the apps
 * in their order: {@link #filter}, {@link #parse}, {@link #handle}, {@link #fallback}, {@link
 * #cleanup}. Then what the apps answered leaves. An outgoing message meets the apps in the opposite
 * order, in {@link #outgoing}. An app overrides the phases that it cares for.
 *
 * <p>An app is a CDI bean, and one instance is called by many threads at once. What it stores
 * through an injected {@code EntityManager} commits together with its answers, or not at all. The
 * order of the apps is that of {@code rapidsms.apps}, or else of {@link
 * jakarta.annotation.Priority} on the bean's class, low numbers first.
 *
 * <p>An exception is logged with the app's name and ends this app's turn in this phase; the message
 * goes on to the other apps, and what was answered before still leaves.
 */
public interface App {

    /** The name that {@code rapidsms.apps} and the log use: the class's, in lower case. */
    default String name() {
        return Discovery.nameOf(this);
    }

    /**
     * The names of what it asks in its turn, in order: {@code handlers} names its handlers. For who
     * wants to know how the server is configured.
     */
    default List<String> asks() {
        return List.of();
    }

    /**
     * Decides whether the message is routed at all.
     *
     * <p>On {@link Verdict#DROP} no other app and no other phase sees it, cleanup included. What
     * was answered so far is sent all the same, so that an app may tell a phone that it is blocked.
     */
    default Verdict filter(IncomingMessage message) {
        return Verdict.PASS;
    }

    /** Adds to the message what other apps may use, or changes its text. It should not answer. */
    default void parse(IncomingMessage message) {}

    /**
     * Acts on the message.
     *
     * @return whether it is handled; if so no other app is asked, and no fallback is due
     */
    default boolean handle(IncomingMessage message) {
        return false;
    }

    /**
     * Acts on a message that no app has handled. RapidSMS calls this phase <em>default</em>, a word
     * that Java keeps for itself.
     *
     * @return whether it is dealt with; if so no other app is asked
     */
    default boolean fallback(IncomingMessage message) {
        return false;
    }

    /** Tidies up after the other phases, whether or not the message was handled. */
    default void cleanup(IncomingMessage message) {}

    /** Decides whether an outgoing message leaves; may change its text. */
    default Verdict outgoing(OutgoingMessage message) {
        return Verdict.PASS;
    }
}
