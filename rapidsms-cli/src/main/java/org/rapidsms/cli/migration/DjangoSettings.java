package org.rapidsms.cli.migration;

import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The settings of a project with RapidSMS, as Django has them. */
final class DjangoSettings {

    /** What is only called otherwise. */
    private static final Map<String, String> NAMES =
            Map.of(
                    "PROJECT_NAME", "project-name",
                    "DEFAULT_RESPONSE", "default-response",
                    "DB_ROUTER_DEFAULT_BATCH_SIZE", "router.batch-size",
                    "LANGUAGE_CODE", "default-language",
                    "MAP_DEFAULT_LATITUDE", "locations.latitude",
                    "MAP_DEFAULT_LONGITUDE", "locations.longitude");

    private static final Map<String, String> ROUTERS =
            Map.of(
                    "rapidsms.router.blocking", "blocking",
                    "rapidsms.router.db", "database",
                    "rapidsms.router.celery", "jms",
                    "threadless_router.router", "blocking");

    private static final Map<String, String> HANDLERS =
            Map.of(
                    "rapidsms.contrib.echo.handlers.echo.EchoHandler", "echo",
                    "rapidsms.contrib.echo.handlers.ping.PingHandler", "ping",
                    "rapidsms.contrib.registration.handlers.register.RegisterHandler", "register",
                    "rapidsms.contrib.registration.handlers.language.LanguageHandler", "language");

    private static final Map<String, String> APPS =
            Map.of(
                    "rapidsms.contrib.messagelog", "messagelog",
                    "rapidsms.contrib.locations", "locations",
                    "rapidsms.contrib.handlers", "handlers",
                    "rapidsms.contrib.default", "default");

    /** Apps that have only pages, or that are Django's. */
    private static final String NO_APP =
            "rapidsms|rapidsms\\.(contrib|backends|router)\\..*|django.*|djcelery|djtables|celery.*"
                    + "|kombu.*|south|selectable|envayasms|rtwilio|rtropo|rclickatell.*"
                    + "|rapidsms_telerivet|smpp_gateway";

    private final Sheet sheet;
    private final String server;

    DjangoSettings(Sheet sheet, String server) {
        this.sheet = sheet;
        this.server = server;
    }

    /** Either all settings, or only those of the backends. */
    void add(JsonObject json) {
        var backends = new InstalledBackends(sheet, server);
        if (isBackends(json)) {
            backends.add(json);
            return;
        }
        var unknown = new ArrayList<String>();
        for (var member : json) {
            if (!add(member.getName(), member.getValue())) {
                unknown.add(member.getName());
            }
        }
        if (json.get("INSTALLED_BACKENDS") instanceof JsonObject installed) {
            backends.add(installed);
        }
        if (!unknown.isEmpty()) {
            sheet.part("Nothing here is called so. What is Django's or Celery's is not needed.");
            unknown.forEach(name -> sheet.todo("if your own code reads it: " + name));
        }
    }

    private static boolean isBackends(JsonObject json) {
        return !json.isEmpty()
                && json.names().stream().allMatch(name -> json.get(name) instanceof JsonObject)
                && json.names().stream()
                        .map(name -> json.get(name).asObject())
                        .anyMatch(backend -> backend.get("ENGINE") != null);
    }

    private boolean add(String name, JsonValue value) {
        switch (name) {
            case "INSTALLED_BACKENDS" -> {
                return true;
            }
            case "RAPIDSMS_ROUTER" -> router(Values.text(value));
            case "RAPIDSMS_HANDLERS" -> list("handlers", name, HANDLERS, value, "a handler");
            case "INSTALLED_APPS" -> list("apps", name, APPS, value, "an app");
            case "LANGUAGES" -> languages(value);
            case "DATABASES" -> {
                sheet.part(name);
                sheet.todo("make a new, empty database, and name it by rapidsms.datasource.*");
            }
            case "INSTALLED_HANDLERS", "EXCLUDED_HANDLERS", "RAPIDSMS_HANDLERS_EXCLUDE_APPS" -> {
                sheet.part(name + " = " + Values.text(value));
                sheet.todo(
                        "say in rapidsms.handlers which handlers there are to be, all in one list");
            }
            default -> {
                return renamed(name, value);
            }
        }
        return true;
    }

    private boolean renamed(String name, JsonValue value) {
        var ours = NAMES.get(name);
        if (ours == null) {
            return false;
        }
        sheet.part(name);
        if (!value.isNull()) {
            sheet.set(ours, Values.text(value));
        } else if (name.equals("DEFAULT_RESPONSE")) {
            sheet.set(ours, "");
        } else {
            sheet.note("was not set.");
        }
        return true;
    }

    private void router(String python) {
        sheet.part("RAPIDSMS_ROUTER = " + python);
        ROUTERS.keySet().stream()
                .filter(python::startsWith)
                .findFirst()
                .ifPresentOrElse(
                        router -> sheet.set("router", ROUTERS.get(router)),
                        () ->
                                sheet.todo(
                                        "a router of your own: there are database, blocking, jms"));
    }

    private void list(
            String ours, String name, Map<String, String> known, JsonValue value, String what) {
        sheet.part(name);
        var all = Values.list(value);
        for (var python : all) {
            if (!known.containsKey(python) && !python.matches(NO_APP)) {
                sheet.todo("if it is " + what + ": write it in Java, and add its name: " + python);
            }
        }
        var names = all.stream().filter(known::containsKey).map(known::get).distinct();
        sheet.set(ours, names.collect(Collectors.joining(", ")));
    }

    /** Pairs of a code and a name. */
    private void languages(JsonValue value) {
        sheet.part("LANGUAGES");
        List<String> codes = new ArrayList<>();
        for (var language : value instanceof JsonArray array ? array : new JsonArray()) {
            codes.add(
                    language instanceof JsonArray pair
                            ? Values.text(pair.get(0))
                            : Values.text(language));
        }
        sheet.set("languages", String.join(", ", codes));
    }
}
