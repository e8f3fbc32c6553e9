package org.rapidsms.backend;

import static org.rapidsms.backend.BackendsLog.LOG;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rapidsms.settings.ServerProperties;
import org.rapidsms.settings.Settings;
import org.rapidsms.settings.SettingsException;

/** The backends of this server, by their names. They do not change while it runs. */
@ApplicationScoped
public class Backends {

    /** The backend of the message tester, which is there without being configured. */
    public static final String MESSAGE_TESTER = "message_tester";

    private static final String PREFIX = "rapidsms.backends.";
    private static final String ENGINE = "engine";
    private static final String BLOCKING = "blocking";

    private final Map<String, ConfiguredBackend> byName = new TreeMap<>();

    @Inject @Any Instance<BackendEngine> discovered;

    @Inject ServerProperties properties;

    @PostConstruct
    void configure() {
        var engines =
                discovered.stream()
                        .collect(Collectors.toMap(BackendEngine::name, Function.identity()));
        var names = properties.namesBetween(PREFIX, "." + ENGINE);
        names.add(MESSAGE_TESTER);
        names.forEach(name -> byName.put(name, configure(name, engines)));
        all().stream().filter(ConfiguredBackend::isOpen).forEach(b -> LOG.anybody(b.name()));
    }

    private ConfiguredBackend configure(String name, Map<String, BackendEngine> engines) {
        return configure(name, engines, properties.settings(PREFIX + name));
    }

    /**
     * Makes one backend from its settings.
     *
     * @throws SettingsException if one of them is missing or wrong
     */
    static ConfiguredBackend configure(
            String name, Map<String, BackendEngine> engines, Settings settings) {
        if (!name.matches("[A-Za-z0-9_-]{1,50}")) {
            throw settings.wrong(
                    ENGINE,
                    "names a backend whose name is not made of 1 to 50 letters, digits, _ and -");
        }
        boolean isTester = MESSAGE_TESTER.equals(name);
        var kind = isTester ? settings.text(ENGINE, "database") : settings.text(ENGINE);
        var engine = engines.get(kind);
        if (engine == null) {
            var names = String.join(", ", new TreeSet<>(engines.keySet()));
            throw settings.wrong(ENGINE, "must be one of %s, not %s".formatted(names, kind));
        }
        var backend = engine.configure(name, settings);
        return new ConfiguredBackend(
                name,
                kind,
                backend,
                router(settings, isTester),
                Sending.from(settings),
                settings.time("duplicate-window", Duration.ZERO),
                backend instanceof ConnectedBackend && settings.flag("every-node", false),
                Callers.from(settings));
    }

    private static Optional<String> router(Settings settings, boolean eagerByDefault) {
        boolean eager = settings.flag("eager", eagerByDefault);
        return settings.optional("router")
                .or(() -> eager ? Optional.of(BLOCKING) : Optional.empty());
    }

    /** The backend of this name, if there is one. */
    public Optional<ConfiguredBackend> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** All of them, by name. */
    public Collection<ConfiguredBackend> all() {
        return Collections.unmodifiableCollection(byName.values());
    }
}
