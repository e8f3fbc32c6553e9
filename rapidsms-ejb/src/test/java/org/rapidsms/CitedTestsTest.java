package org.rapidsms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documents say is tested is tested by a test of that name. */
class CitedTestsTest {

    private static final Path ROOT = Path.of("..");

    /** A class, a class and a method, or a method of the class before; an ellipsis cuts names. */
    private static final Pattern CITED =
            Pattern.compile(
                    "`(?:(?<class>[A-Z][a-z]\\w*(?:Test|IT|Benchmark))(?:\\.(?<method>\\w+)(?<cut>…?))?"
                            + "|…(?<next>[a-z]\\w+)(?<nextcut>…?))`");

    @Test
    void allTestsThatDocumentsCiteAreThere() throws IOException {
        var sources = sources();
        var missing = new ArrayList<String>();
        int cited = 0;
        for (var document : documents()) {
            for (var line : Files.readAllLines(document)) {
                cited += check(document.getFileName() + ": ", line, sources, missing);
            }
        }
        assertThat(missing).isEmpty();
        assertThat(cited).isGreaterThan(200);
    }

    private static int check(
            String document, String line, Map<String, String> sources, List<String> missing) {
        var cited = CITED.matcher(line);
        var type = "";
        int count = 0;
        while (cited.find()) {
            boolean next = cited.group("class") == null;
            type = next ? type : cited.group("class");
            var method = cited.group(next ? "next" : "method");
            boolean cut = "…".equals(cited.group(next ? "nextcut" : "cut"));
            if (!isThere(sources.get(type), method, cut)) {
                missing.add(document + type + "." + method);
            }
            count++;
        }
        return count;
    }

    private static boolean isThere(String source, String method, boolean cut) {
        if (source == null || method == null) {
            return source != null;
        }
        var name = Pattern.quote(method) + (cut ? "\\w*" : "");
        return Pattern.compile("\\b" + name + "\\(").matcher(source).find();
    }

    private static Map<String, String> sources() throws IOException {
        var sources = new TreeMap<String, String>();
        for (var file : files(".java")) {
            if (file.toString().contains("/src/test/java/")) {
                var name = file.getFileName().toString().replace(".java", "");
                sources.put(name, Files.readString(file));
            }
        }
        return sources;
    }

    private static List<Path> documents() throws IOException {
        return files(".md").stream().filter(file -> file.toString().contains("/docs/")).toList();
    }

    private static List<Path> files(String ending) throws IOException {
        var files = new ArrayList<Path>();
        for (var folder :
                List.of(
                        "docs",
                        "rapidsms-api",
                        "rapidsms-testing",
                        "rapidsms-ejb",
                        "rapidsms-web",
                        "rapidsms-cli")) {
            files.addAll(below(ROOT.resolve(folder), ending));
        }
        files.addAll(below(ROOT.resolve("src-it").resolve("src"), ending));
        return files;
    }

    private static List<Path> below(Path folder, String ending) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }
}
