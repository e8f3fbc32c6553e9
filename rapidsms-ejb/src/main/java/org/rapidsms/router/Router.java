package org.rapidsms.router;

import static org.rapidsms.app.Verdict.DROP;
import static org.rapidsms.app.Verdict.PASS;
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
        var routing = new Routing();
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
        var routing = new Routing();
        send(message, routing);
        return routing;
    }

    private Verdict filter(IncomingMessage message, Routing routing) {
        return verdict(apps, message.id(), routing, app -> app.filter(message));
    }

    private void parse(IncomingMessage message, Routing routing) {
        everyApp(message.id(), routing, app -> app.parse(message));
    }

    private void handle(IncomingMessage message, Routing routing) {
        for (var app : apps) {
            if (ask(app, message.id(), routing, a -> a.handle(message), false)) {
                message.markHandled();
                routing.handledBy(app.name());
                return;
            }
        }
    }

    private void fallback(IncomingMessage message, Routing routing) {
        for (var app : apps) {
            if (ask(app, message.id(), routing, a -> a.fallback(message), false)) {
                return;
            }
        }
    }

    private void cleanup(IncomingMessage message, Routing routing) {
        everyApp(message.id(), routing, app -> app.cleanup(message));
    }

    private void sendResponses(IncomingMessage message, Routing routing) {
        // By index: an app that answers in its outgoing phase makes the list longer meanwhile.
        for (int i = 0; i < message.responses().size(); i++) {
            send(message.responses().get(i), routing);
        }
    }

    private void send(OutgoingMessage message, Routing routing) {
        if (verdict(appsBackwards, message.id(), routing, app -> app.outgoing(message)) == PASS) {
            message.markProcessed();
            outbox.put(message);
        }
    }

    /** The first app that says drop has the last word. */
    private static Verdict verdict(
            List<App> apps, String message, Routing routing, Function<App, Verdict> phase) {
        for (var app : apps) {
            if (ask(app, message, routing, phase, PASS) == DROP) {
                LOG.dropped(app.name(), message);
                return DROP;
            }
        }
        return PASS;
    }

    private void everyApp(String message, Routing routing, Consumer<App> phase) {
        for (var app : apps) {
            ask(
                    app,
                    message,
                    routing,
                    a -> {
                        phase.accept(a);
                        return PASS;
                    },
                    PASS);
        }
    }

    /** One bad app must not silence the others, so this method catches what apps throw. */
    private static <T> T ask(
            App app, String message, Routing routing, Function<App, T> phase, T ifItFails) {
        try {
            return phase.apply(app);
        } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
            LOG.appFailed(e, app.name(), message);
            routing.failed(app.name());
            return ifItFails;
        }
    }
}
