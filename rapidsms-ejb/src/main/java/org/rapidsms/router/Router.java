package org.rapidsms.router;

import static org.rapidsms.app.Verdict.DROP;
import static org.rapidsms.app.Verdict.PASS;
import static org.rapidsms.message.Phase.CLEANUP;
import static org.rapidsms.message.Phase.FALLBACK;
import static org.rapidsms.message.Phase.FILTER;
import static org.rapidsms.message.Phase.HANDLE;
import static org.rapidsms.message.Phase.OUTGOING;
import static org.rapidsms.message.Phase.PARSE;
import static org.rapidsms.router.RouterLog.LOG;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.rapidsms.app.App;
import org.rapidsms.app.Verdict;
import org.rapidsms.message.IncomingMessage;
import org.rapidsms.message.OutgoingMessage;
import org.rapidsms.message.Phase;

/**
 * Walks messages through the apps, phase by phase. This is the place to begin reading.
 *
 * <p>It keeps no state between messages and may be used by many threads at once.
 */
public class Router {

    private final List<App> apps;
    private final List<App> appsBackwards;
    private final Outbox outbox;

    /**
     * @param apps in their order
     * @param outbox gets what the apps let pass
     */
    public Router(List<App> apps, Outbox outbox) {
        this.apps = List.copyOf(apps);
        this.appsBackwards = new ArrayList<>(apps);
        Collections.reverse(appsBackwards);
        this.outbox = outbox;
    }

    /** Routes a message from a phone, then sends the answers that the apps gave it. */
    public Routing receive(IncomingMessage message) {
        var routing = new Routing(message);
        if (filter(message, routing) == PASS) {
            parse(message, routing);
            handle(message, routing);
            if (!message.handled()) {
                fallback(message, routing);
            }
            cleanup(message, routing);
        }
        sendResponses(message, routing);
        return routing;
    }

    /** Routes a message to phones. */
    public Routing send(OutgoingMessage message) {
        var routing = new Routing(null);
        send(message, routing);
        return routing;
    }

    private Verdict filter(IncomingMessage message, Routing routing) {
        return verdict(apps, in(FILTER, message, routing), app -> app.filter(message));
    }

    private void parse(IncomingMessage message, Routing routing) {
        everyApp(in(PARSE, message, routing), app -> app.parse(message));
    }

    private void handle(IncomingMessage message, Routing routing) {
        if (anyApp(in(HANDLE, message, routing), app -> app.handle(message))) {
            message.markHandled();
        }
    }

    private void fallback(IncomingMessage message, Routing routing) {
        anyApp(in(FALLBACK, message, routing), app -> app.fallback(message));
    }

    private void cleanup(IncomingMessage message, Routing routing) {
        everyApp(in(CLEANUP, message, routing), app -> app.cleanup(message));
    }

    private void sendResponses(IncomingMessage message, Routing routing) {
        // By index: an app that answers in its outgoing phase makes the list longer meanwhile.
        for (int i = 0; i < message.responses().size(); i++) {
            send(message.responses().get(i), routing);
        }
    }

    private void send(OutgoingMessage message, Routing routing) {
        routing.in(OUTGOING, message.id(), message::text);
        if (verdict(appsBackwards, routing, app -> app.outgoing(message)) == PASS) {
            message.markProcessed();
            outbox.put(message);
        }
    }

    private static Routing in(Phase phase, IncomingMessage message, Routing routing) {
        return routing.in(phase, message.id(), message::text);
    }

    /** The first app that says drop has the last word. */
    private static Verdict verdict(List<App> apps, Routing routing, Function<App, Verdict> phase) {
        for (var app : apps) {
            if (ask(app, routing, phase, PASS) == DROP) {
                LOG.dropped(app.name(), routing.message());
                return DROP;
            }
        }
        return PASS;
    }

    /** Asks one app after the other, up to the first that says yes. */
    private boolean anyApp(Routing routing, Function<App, Boolean> phase) {
        return apps.stream().anyMatch(app -> ask(app, routing, phase, false));
    }

    private void everyApp(Routing routing, Consumer<App> phase) {
        for (var app : apps) {
            ask(
                    app,
                    routing,
                    a -> {
                        phase.accept(a);
                        return PASS;
                    },
                    PASS);
        }
    }

    /** One bad app must not silence the others, so this method catches what apps throw. */
    private static <T> T ask(App app, Routing routing, Function<App, T> phase, T ifItFails) {
        routing.begins(app.name());
        try {
            T said = phase.apply(app);
            routing.ends(app.name(), said);
            return said;
        } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
            LOG.appFailed(e, app.name(), routing.message());
            routing.fails(app.name());
            return ifItFails;
        }
    }
}
