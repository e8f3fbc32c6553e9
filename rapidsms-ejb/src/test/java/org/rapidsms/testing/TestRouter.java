package org.rapidsms.testing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rapidsms.app.App;
import org.rapidsms.app.BaseHandler;
import org.rapidsms.app.Verdict;
import org.rapidsms.app.handlers.Handlers;
import org.rapidsms.contact.Connection;
import org.rapidsms.message.IncomingMessage;
import org.rapidsms.message.Messaging;
import org.rapidsms.message.OutgoingMessage;
import org.rapidsms.router.Router;

/**
 * The real router with real apps, no container, and a memory.
 *
 * <p>Messages are remembered before any app sees them, so that dropped ones are there too; what no
 * app has dropped is in {@link #sent()}. For one thread.
 */
public final class TestRouter implements Messaging {

    private final List<IncomingMessage> inbound = new ArrayList<>();
    private final List<OutgoingMessage> outbound = new ArrayList<>();
    private final List<OutgoingMessage> sent = new ArrayList<>();
    private final Map<Connection, Connection> connections = new LinkedHashMap<>();
    private final Router router;
    private boolean phases = true;

    private TestRouter(List<App> apps) {
        var all = new ArrayList<>(apps);
        // Outgoing messages meet the last app first.
        all.add(new Memory());
        router = new Router(all, sent::add);
    }

    /** A router with these apps, in this order. */
    public static TestRouter with(App... apps) {
        return new TestRouter(Arrays.asList(apps));
    }

    /** A router with these handlers, in this order. */
    public static TestRouter with(BaseHandler... handlers) {
        return with(new Handlers(handlers));
    }

    /** Only remembers from now on: no app sees anything. */
    public TestRouter disablePhases() {
        phases = false;
        return this;
    }

    @Override
    public <M extends IncomingMessage> M receive(M message) {
        inbound.add(message);
        if (phases) {
            router.receive(message);
        }
        return message;
    }

    @Override
    public <M extends OutgoingMessage> M send(M message) {
        if (phases) {
            router.send(message);
        } else {
            outbound.add(message);
        }
        return message;
    }

    /** A text from this identity of the backend {@code mockbackend}. */
    public IncomingMessage receive(String text, String identity) {
        return receive(text, lookupConnection(Some.BACKEND, identity));
    }

    @Override
    public List<Connection> lookupConnections(String backend, Collection<String> identities) {
        return identities.stream()
                .map(identity -> new Connection(backend, identity))
                .map(connection -> connections.computeIfAbsent(connection, c -> c))
                .toList();
    }

    /** All messages from phones, in order. */
    public List<IncomingMessage> inbound() {
        return Collections.unmodifiableList(inbound);
    }

    /** All messages to phones, in order, dropped or not. */
    public List<OutgoingMessage> outbound() {
        return Collections.unmodifiableList(outbound);
    }

    /** The messages to phones that no app has dropped, in order. */
    public List<OutgoingMessage> sent() {
        return Collections.unmodifiableList(sent);
    }

    /** Forgets what was sent so far. */
    public void clearSent() {
        sent.clear();
    }

    private final class Memory implements App {

        @Override
        public Verdict outgoing(OutgoingMessage message) {
            outbound.add(message);
            return Verdict.PASS;
        }
    }
}
