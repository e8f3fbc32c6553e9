package org.rapidsms.app.handlers;

import static org.rapidsms.app.handlers.HandlersLog.LOG;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.rapidsms.app.App;
import org.rapidsms.app.BaseHandler;
import org.rapidsms.app.Discovery;
import org.rapidsms.message.IncomingMessage;

/**
 * Asks the handlers, one after the other, up to the first that feels meant.
 *
 * <p>{@code rapidsms.handlers} lists which, in which order; without it all that are discovered take
 * part.
 */
@ApplicationScoped
@Priority(1000)
public class Handlers implements App {

    static final String SETTING = "rapidsms.handlers";

    private List<BaseHandler> inOrder = List.of();

    @Inject @Any Instance<BaseHandler> discovered;

    @Inject
    @ConfigProperty(name = SETTING)
    Optional<String> setting;

    /** For CDI only. */
    protected Handlers() {}

    /** These handlers, in this order: for tests. */
    public Handlers(BaseHandler... handlers) {
        inOrder = List.of(handlers);
    }

    @PostConstruct
    void order() {
        var all = Discovery.inOrder(discovered, BaseHandler::name);
        inOrder = setting.map(list -> listed(list, all)).orElse(all);
        LOG.handlers(asks());
    }

    /**
     * The handlers that a setting names.
     *
     * @throws IllegalArgumentException if it names one that is not there
     */
    static List<BaseHandler> listed(String list, List<BaseHandler> all) {
        return Arrays.stream(list.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty() && !name.equals("none"))
                .map(name -> named(name, all))
                .toList();
    }

    private static BaseHandler named(String name, List<BaseHandler> all) {
        return all.stream()
                .filter(handler -> handler.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        SETTING
                                                + " names "
                                                + name
                                                + ", but the handlers that are here are "
                                                + all.stream().map(BaseHandler::name).toList()));
    }

    @Override
    public List<String> asks() {
        return inOrder.stream().map(BaseHandler::name).toList();
    }

    @Override
    public boolean handle(IncomingMessage message) {
        for (var handler : inOrder) {
            message.turnOf(name() + "/" + handler.name());
            if (handler.dispatch(message)) {
                return true;
            }
        }
        message.turnOf(name());
        return false;
    }
}
