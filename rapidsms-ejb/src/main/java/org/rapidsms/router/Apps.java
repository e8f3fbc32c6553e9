package org.rapidsms.router;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.rapidsms.app.App;
import org.rapidsms.app.Discovery;
import org.rapidsms.settings.ServerProperties;
import org.rapidsms.settings.Settings;

/** The apps of this server, in the order in which they see messages. */
@ApplicationScoped
public class Apps {

    private static final String APPS = "apps";
    private static final String DEFAULT = "default";

    @Inject @Any Instance<App> discovered;

    @Inject ServerProperties properties;

    private List<App> inOrder;

    @PostConstruct
    void order() {
        inOrder = choose(Discovery.inOrder(discovered, App::name), properties.settings("rapidsms"));
    }

    /** Those of all apps that take part, in their order. */
    static List<App> choose(List<App> all, Settings settings) {
        var chosen = settings.optional(APPS).map(list -> listed(list, all, settings)).orElse(all);
        return defaultLast(chosen);
    }

    private static List<App> listed(String list, List<App> all, Settings settings) {
        return Arrays.stream(list.split(","))
                .map(String::strip)
                .distinct()
                .map(name -> named(name, all, settings))
                .toList();
    }

    private static App named(String name, List<App> all, Settings settings) {
        return all.stream()
                .filter(app -> app.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                settings.wrong(
                                        APPS,
                                        "names %s, but the apps that are here are %s"
                                                .formatted(name, names(all))));
    }

    /** Its fallback answers everything, so no app behind it would ever answer. */
    private static List<App> defaultLast(List<App> apps) {
        var ordered = new ArrayList<>(apps);
        ordered.removeIf(app -> app.name().equals(DEFAULT));
        apps.stream().filter(app -> app.name().equals(DEFAULT)).forEach(ordered::add);
        return List.copyOf(ordered);
    }

    private static String names(List<App> apps) {
        return String.join(", ", apps.stream().map(App::name).toList());
    }

    /** All of them. */
    public List<App> inOrder() {
        return inOrder;
    }

    /** All but those of these names. */
    public List<App> without(Collection<String> names) {
        return inOrder.stream().filter(app -> !names.contains(app.name())).toList();
    }
}
