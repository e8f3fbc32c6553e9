package org.rapidsms.router;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.rapidsms.backend.Backends;
import org.rapidsms.settings.ServerProperties;
import org.rapidsms.settings.Settings;

/** Which kind of router serves which backend. */
@ApplicationScoped
public class RouterKinds {

    private static final String ROUTER = "router";

    private final Map<String, RouterKind> byBackend = new TreeMap<>();
    private RouterKind usual;

    @Inject @Any Instance<RouterKind> discovered;

    @Inject ServerProperties properties;

    @Inject Backends backends;

    @PostConstruct
    void choose() {
        var kinds = discovered.stream().toList();
        var settings = properties.settings("rapidsms");
        usual = named(settings.text(ROUTER, "database"), kinds, settings);
        for (var backend : backends.all()) {
            var own = properties.settings("rapidsms.backends." + backend.name());
            backend.router()
                    .ifPresent(name -> byBackend.put(backend.name(), named(name, kinds, own)));
        }
    }

    /**
     * The kind of this name.
     *
     * @throws org.rapidsms.settings.SettingsException if there is none
     */
    static RouterKind named(String name, List<RouterKind> kinds, Settings settings) {
        return kinds.stream()
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(() -> settings.wrong(ROUTER, unknown(name, kinds)));
    }

    private static String unknown(String name, List<RouterKind> kinds) {
        var names = kinds.stream().map(RouterKind::name).sorted().toList();
        return "must be one of %s, not %s".formatted(String.join(", ", names), name);
    }

    /** The kind that serves all backends that have none of their own. */
    public RouterKind usual() {
        return usual;
    }

    /** The kind that serves a backend, configured or not. */
    public RouterKind of(String backend) {
        return byBackend.getOrDefault(backend, usual);
    }
}
