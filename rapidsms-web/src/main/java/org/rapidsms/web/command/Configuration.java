package org.rapidsms.web.command;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.rapidsms.app.App;
import org.rapidsms.backend.Backends;
import org.rapidsms.backend.ConfiguredBackend;
import org.rapidsms.router.Apps;
import org.rapidsms.router.RouterConfig;
import org.rapidsms.router.RouterKinds;
import org.rapidsms.schema.Database;
import org.rapidsms.settings.ServerProperties;

/** How the server is configured, in lines to be read; no password is in them. */
@ApplicationScoped
class Configuration {

    private static final String LANGUAGES = "languages";

    @Inject Apps apps;

    @Inject Backends backends;

    @Inject RouterKinds kinds;

    @Inject RouterConfig router;

    @Inject ServerProperties properties;

    @Inject Database database;

    List<String> lines() throws SQLException {
        var lines = new ArrayList<String>();
        lines.add("Router: " + kinds.usual().name());
        lines.add(
                "Database: %s, schema %s".formatted(database.product(), database.schemaVersion()));
        lines.add("Language: " + router.language().toLanguageTag());
        var languages = properties.below("rapidsms").get(LANGUAGES);
        lines.add("Languages to choose from: " + (languages == null ? "all" : languages));
        lines.add("Apps, in order: " + names(apps.inOrder().stream().map(App::name).toList()));
        apps.inOrder().stream()
                .filter(app -> !app.asks().isEmpty())
                .forEach(app -> lines.add("  %s: %s".formatted(app.name(), names(app.asks()))));
        lines.add("Backends:");
        backends.all().forEach(backend -> describe(backend, lines));
        return lines;
    }

    private static String names(List<String> names) {
        return String.join(", ", names);
    }

    private void describe(ConfiguredBackend backend, List<String> lines) {
        lines.add(
                "  %s: engine %s, router %s"
                        .formatted(
                                backend.name(), backend.engine(), kinds.of(backend.name()).name()));
        properties
                .shown("rapidsms.backends." + backend.name())
                .forEach((name, value) -> lines.add("    %s = %s".formatted(name, value)));
    }
}
