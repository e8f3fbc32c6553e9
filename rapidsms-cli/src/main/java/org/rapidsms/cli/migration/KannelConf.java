package org.rapidsms.cli.migration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A {@code kannel.conf}: groups of lines such as {@code key = value}.
 *
 * @param groups in their order
 * @param includes the files that it names and that are not in it
 */
record KannelConf(List<Group> groups, List<String> includes) {

    /**
     * A group of settings.
     *
     * @param kind such as {@code sms-service}
     * @param settings its other lines
     */
    record Group(String kind, Map<String, String> settings) {

        Optional<String> get(String key) {
            return Optional.ofNullable(settings.get(key));
        }
    }

    /**
     * @throws IllegalArgumentException if it has no group
     */
    static KannelConf read(String file) {
        var conf = new KannelConf(new ArrayList<>(), new ArrayList<>());
        file.lines()
                .map(String::strip)
                .filter(line -> !line.startsWith("#") && line.contains("="))
                .forEach(conf::add);
        if (conf.groups.isEmpty()) {
            throw new IllegalArgumentException(
                    "This is neither JSON, which begins with a brace, nor a kannel.conf, which has groups.");
        }
        return conf;
    }

    private void add(String line) {
        var key = line.substring(0, line.indexOf('=')).strip();
        var value = unquoted(line.substring(line.indexOf('=') + 1).strip());
        if (key.equals("group")) {
            groups.add(new Group(value, new LinkedHashMap<>()));
        } else if (key.equals("include")) {
            includes.add(value);
        } else if (!groups.isEmpty()) {
            groups.get(groups.size() - 1).settings().put(key, value);
        }
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1).replace("\\\"", "\"") : value;
    }

    /** The groups of one kind. */
    List<Group> groups(String kind) {
        return groups.stream().filter(group -> group.kind().equals(kind)).toList();
    }
}
