package org.rapidsms.cli.migration;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The properties that come out, line by line, with what their reader must know and do. */
final class Sheet {

    private final List<String> lines = new ArrayList<>();
    private final Set<String> backends = new HashSet<>();

    /** Begins another part. */
    void part(String words) {
        if (!lines.isEmpty()) {
            lines.add("");
        }
        note(words);
    }

    /** Says something. */
    void note(String words) {
        words.lines().forEach(line -> lines.add("# " + line));
    }

    /** Says what somebody must do by hand. */
    void todo(String words) {
        note("TODO " + words);
    }

    void set(String name, String value) {
        lines.add("rapidsms." + name + " = " + escaped(value));
    }

    /** A setting that nothing here knows: to be seen, but not to be read. */
    void unknown(String name, String value, String why) {
        todo(why);
        lines.add("# rapidsms." + name + " = " + escaped(value));
    }

    /** Whether this is the first time that a backend of this name comes. */
    boolean isNew(String backend) {
        return backends.add(backend);
    }

    /** A dollar before a brace would be a reference; a backslash is written twice. */
    private static String escaped(String value) {
        return value.replace("${", "\\${")
                .replace("\\", "\\\\")
                .replace("\r", "\\r")
                .replace("\n", "\\n")
                .replaceFirst("^ ", "\\\\ ");
    }

    @Override
    public String toString() {
        return String.join("\n", lines);
    }
}
