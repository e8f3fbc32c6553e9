package org.rapidsms.backend.http;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.rapidsms.settings.Settings;

/** The headers that the settings want in every call. */
final class OutgoingHeaders {

    /** What the connection says, and what has a setting of its own. */
    private static final Set<String> NOT_OURS =
            Set.of(
                    "connection",
                    "content-length",
                    "content-type",
                    "expect",
                    "host",
                    "transfer-encoding",
                    "upgrade",
                    "user-agent");

    private OutgoingHeaders() {}

    static Map<String, Template> from(Settings settings) {
        var headers = new TreeMap<String, Template>();
        settings.group("outgoing-headers")
                .forEach(
                        (name, value) -> {
                            var setting = "outgoing-headers." + name;
                            headers.put(
                                    checked(settings, setting, name),
                                    Template.of(value, Writing.PLAIN)
                                            .knowing(Places.NAMES, settings, setting));
                        });
        return headers;
    }

    /** Complains of what no header of a call can be. */
    static String checked(Settings settings, String setting, String name) {
        if (!name.matches("[A-Za-z0-9!#$%&'*+.^_`|~-]+")
                || NOT_OURS.contains(name.toLowerCase(Locale.ROOT))) {
            throw settings.wrong(setting, "names a header that cannot be set: " + name);
        }
        return name;
    }
}
