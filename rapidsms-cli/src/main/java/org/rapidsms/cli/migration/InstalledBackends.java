package org.rapidsms.cli.migration;

import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import java.util.Locale;
import java.util.Optional;

/** What stands in {@code INSTALLED_BACKENDS}. */
final class InstalledBackends {

    private static final String MESSAGE_TESTER = "message_tester";

    private final Sheet sheet;
    private final String server;

    InstalledBackends(Sheet sheet, String server) {
        this.sheet = sheet;
        this.server = server;
    }

    void add(JsonObject backends) {
        for (var backend : backends) {
            sheet.part("INSTALLED_BACKENDS[\"" + backend.getName() + "\"]");
            if (backend.getName().equals(MESSAGE_TESTER)) {
                sheet.note("is always there.");
            } else if (backend.getValue() instanceof JsonObject settings) {
                add(backend.getName(), settings);
            } else {
                sheet.todo("this is no dictionary: " + Values.text(backend.getValue()));
            }
        }
    }

    private void add(String name, JsonObject settings) {
        var ours = ours(name);
        sheet.isNew(ours);
        var python = settings.get("ENGINE") == null ? "" : Values.text(settings.get("ENGINE"));
        sheet.note("ENGINE " + python);
        var engine = Engine.of(python);
        engine.ifPresentOrElse(
                known -> sheet.set("backends." + ours + ".engine", known.ours()),
                () ->
                        sheet.unknown(
                                "backends." + ours + ".engine",
                                python,
                                "write this engine in Java (CONTRIBUTING, \"Add a backend\"), or take another:"));
        for (var setting : settings) {
            if (!setting.getName().equals("ENGINE")) {
                add("backends." + ours + ".", engine, setting.getName(), setting.getValue());
            }
        }
        engine.ifPresent(
                known -> known.todo(server + "/backend/" + ours + "/").forEach(sheet::todo));
    }

    /** Ours are part of a property's name and of an address. */
    private String ours(String name) {
        var ours = name.replaceAll("[^A-Za-z0-9_-]", "-");
        if (!ours.equals(name)) {
            sheet.todo(
                    "a name has only letters, digits, - and _ here: connections that you take along"
                            + " must have the new one");
        }
        return ours;
    }

    private void add(String prefix, Optional<Engine> engine, String name, JsonValue value) {
        if (value instanceof JsonObject nested && isPlace(engine, name)) {
            // A dictionary named "config" or such, that only holds the settings together.
            nested.forEach(inner -> add(prefix, engine, inner.getName(), inner.getValue()));
        } else if (name.equals("router.celery.eager")) {
            sheet.set(prefix + "eager", Values.text(value));
        } else if (value instanceof JsonObject group) {
            group.forEach(
                    each ->
                            put(
                                    prefix,
                                    engine,
                                    name,
                                    "." + each.getName(),
                                    Values.text(each.getValue())));
        } else {
            put(prefix, engine, name, "", Values.text(value));
        }
    }

    private static boolean isPlace(Optional<Engine> engine, String name) {
        return name.equals("config") && engine.flatMap(e -> e.setting(name)).isEmpty();
    }

    private void put(
            String prefix, Optional<Engine> engine, String name, String inner, String value) {
        engine.flatMap(known -> known.setting(name))
                .ifPresentOrElse(
                        ours -> sheet.set(prefix + ours + inner, value),
                        () ->
                                sheet.unknown(
                                        prefix + dashed(name) + inner,
                                        value,
                                        engine.flatMap(known -> known.instead(name))
                                                .orElse("no setting here is called so:")));
        if (inner.equals(".smc")) {
            sheet.todo("Kannel knows no smc, and passes it over: smsc is meant");
        }
    }

    private static String dashed(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
