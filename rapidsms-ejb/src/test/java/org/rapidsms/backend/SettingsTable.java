package org.rapidsms.backend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The table of an engine's settings, made from what its source says of them: the Javadoc of the
 * record {@code …Config}, and of those records of its package that it is made of.
 */
final class SettingsTable {

    private static final Pattern RECORD =
            Pattern.compile("(?s)/\\*\\*((?:(?!/\\*\\*).)*?)\\*/\\s*(?:public )?record (\\w+)\\(");
    private static final Pattern PARAM =
            Pattern.compile("(?sm)^@param (\\w+)\\s(.*?)(?=^@\\w|\\z)");
    private static final Pattern CODE = Pattern.compile("`([a-z][a-z0-9.*-]*)`");
    private static final Pattern NAMES_FIRST =
            Pattern.compile("^((?:`[a-z][a-z0-9.*-]*`(?:, | and | or )?)+)(?:: (.*)|)$");
    private static final Pattern READ =
            Pattern.compile(
                    "settings\\s*\\.(text|optional|number|time|flag|secret|address|group)\\(\\s*\"([a-z0-9.-]+)\"");

    private final Map<String, String> javadocs = new TreeMap<>();
    private final String source;

    private SettingsTable(Path engine) {
        source = read(engine);
        RECORD.matcher(source)
                .results()
                .forEach(record -> javadocs.put(record.group(2), record.group(1)));
    }

    /**
     * The table in Markdown.
     *
     * @param engine the folder of an engine's sources
     * @return empty if the engine has no configuration
     */
    static String of(Path engine) {
        var table = new SettingsTable(engine);
        return table.javadocs.keySet().stream()
                .filter(name -> name.endsWith("Config"))
                .map(table::of)
                .collect(Collectors.joining("\n"));
    }

    /** The names of all settings that an engine reads or speaks of. */
    static Set<String> names(Path engine) {
        var names = new TreeSet<String>();
        of(engine)
                .lines()
                .map(row -> row.replaceAll("^\\| (.*?) \\|.*", "$1"))
                .flatMap(cell -> CODE.matcher(cell).results())
                .forEach(code -> names.add(code.group(1)));
        READ.matcher(read(engine))
                .results()
                .map(read -> read.group(2) + (read.group(1).equals("group") ? ".*" : ""))
                .forEach(names::add);
        return names;
    }

    private String of(String config) {
        // Two components may be the same record.
        var rows = String.join("", new LinkedHashSet<>(rows(config)));
        return "| setting | |\n|---|---|\n" + rows;
    }

    /** A component that names no setting may be a record that does. */
    private List<String> rows(String record) {
        var rows = new ArrayList<String>();
        for (var param : params(javadocs.get(record)).entrySet()) {
            var names = namesIn(param.getValue());
            if (names.isEmpty()) {
                inner(record, param.getKey()).forEach(part -> rows.addAll(rows(part)));
            } else {
                rows.add("| %s | %s |\n".formatted(quoted(names), words(param.getValue())));
            }
        }
        return rows;
    }

    private static Map<String, String> params(String javadoc) {
        var params = new LinkedHashMap<String, String>();
        PARAM.matcher(javadoc.replaceAll("(?m)^[ \t]*\\* ?", ""))
                .results()
                .forEach(param -> params.put(param.group(1), markdown(param.group(2))));
        return params;
    }

    /** Code may hold braces that are closed again. */
    private static String markdown(String javadoc) {
        return javadoc.replaceAll("(?s)\\{@code\\s+((?:[^{}]|\\{[^{}]*\\})*)\\}", "`$1`")
                .replaceAll("(?s)\\{@link\\w*\\s+#?([^}]*)\\}", "$1")
                .replaceAll("<[^>]*>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&")
                .replace("|", "\\|")
                .replaceAll("\\s+", " ")
                .strip();
    }

    /** The records of the package that a component is, or may be. */
    private Set<String> inner(String record, String component) {
        var type =
                Pattern.compile(
                                "(?s)record "
                                        + record
                                        + "\\([^{]*?([\\w<>, ]+?)\\s+"
                                        + component
                                        + "\\b")
                        .matcher(source);
        var inner = new TreeSet<String>();
        if (type.find()) {
            var last = type.group(1).replaceAll(".*, (?![^<]*>)", "");
            Pattern.compile("\\w+")
                    .matcher(last)
                    .results()
                    .map(MatchResult::group)
                    .filter(javadocs::containsKey)
                    .forEach(inner::add);
        }
        return inner;
    }

    /** What stands first; else whatever is named, if it is asked for and no default. */
    private List<String> namesIn(String words) {
        var first = NAMES_FIRST.matcher(words);
        boolean isFirst = first.find();
        return CODE.matcher(isFirst ? first.group(1) : words)
                .results()
                .map(code -> code.group(1))
                .filter(name -> isFirst || isAsked(name))
                .distinct()
                .toList();
    }

    private boolean isAsked(String name) {
        return Pattern.compile("(?<!\",\\s{0,40})\"" + Pattern.quote(name) + "\"")
                .matcher(source)
                .find();
    }

    private static String words(String words) {
        var first = NAMES_FIRST.matcher(words);
        return !first.find() ? words : first.group(2) == null ? "" : first.group(2);
    }

    private static String quoted(List<String> names) {
        return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
    }

    private static String read(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .map(SettingsTable::readFile)
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String readFile(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
