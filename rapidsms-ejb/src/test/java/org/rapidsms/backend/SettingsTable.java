package org.rapidsms.backend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
     * @throws AssertionError if a setting is not spoken of; it says where to do so
     */
    static String of(Path engine) {
        var table = new SettingsTable(engine);
        var rows = new ArrayList<String>();
        table.javadocs.keySet().stream()
                .filter(name -> name.endsWith("Config"))
                .forEach(config -> rows.addAll(table.rows(config)));
        if (rows.isEmpty()) {
            return "";
        }
        table.complain(String.join("", rows));
        return "| setting | |\n|---|---|\n" + String.join("", rows);
    }

    private List<String> rows(String record) {
        var rows = new ArrayList<String>();
        for (var param : params(javadocs.get(record)).entrySet()) {
            var inner = inner(record, param.getKey());
            var names = names(param.getValue());
            if (!names.isEmpty()) {
                rows.add("| %s | %s |\n".formatted(quoted(names), words(param.getValue())));
            }
            inner.forEach(part -> rows.addAll(rows(part)));
            if (names.isEmpty() && inner.isEmpty()) {
                throw new AssertionError(
                        "%s.java: \"@param %s\" must begin with the names of its settings, as in \"{@code host}: where it is\""
                                .formatted(record, param.getKey()));
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

    /** What stands first; else whatever is named, if it is read somewhere. */
    private List<String> names(String words) {
        var first = NAMES_FIRST.matcher(words);
        boolean isFirst = first.find();
        return CODE.matcher(isFirst ? first.group(1) : words)
                .results()
                .map(code -> code.group(1))
                .filter(name -> isFirst || source.contains("\"" + name + "\""))
                .distinct()
                .toList();
    }

    private static String words(String words) {
        var first = NAMES_FIRST.matcher(words);
        return !first.find() ? words : first.group(2) == null ? "" : first.group(2);
    }

    private static String quoted(List<String> names) {
        return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
    }

    /** A setting that is read, and that no Javadoc names. */
    private void complain(String rows) {
        var missing =
                READ.matcher(source)
                        .results()
                        .map(read -> read.group(2) + (read.group(1).equals("group") ? ".*" : ""))
                        .filter(name -> !rows.contains("`" + name + "`"))
                        .collect(Collectors.toCollection(TreeSet::new));
        if (!missing.isEmpty()) {
            throw new AssertionError("the Javadoc of the record …Config does not name " + missing);
        }
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
