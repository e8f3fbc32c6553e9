package org.rapidsms.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every engine has a page that names all its settings. The table between two lines of comment there
 * is made from its source, and {@code -Dformat=apply} writes it anew; who writes tables by hand
 * leaves the comments out.
 */
class EnginePagesTest {

    private static final Path ENGINES = Path.of("src/main/java/org/rapidsms/backend");
    private static final Path PAGES = Path.of("../docs/backends");

    private static final String BEGIN =
            "<!-- settings: made from the Javadoc of the engine's record Config by EnginePagesTest -->\n";
    private static final String END = "<!-- /settings -->";
    private static final Pattern PLACE =
            Pattern.compile("(?s)<!-- settings\\b[^\n]*-->\n.*?" + END);

    private static final String HOW =
            "\nmvn -Dformat=apply -pl rapidsms-api,rapidsms-ejb test -Dtest=EnginePagesTest"
                    + " -Dsurefire.failIfNoSpecifiedTests=false writes the table between them";

    @ParameterizedTest
    @MethodSource("engines")
    void everyEngineHasAPage(String engine) {
        assertThat(page(engine)).as("the page of the engine " + engine).exists();
        assertThat(page(engine)).content().startsWith("# ").contains("`" + engine + "`");
    }

    @ParameterizedTest
    @MethodSource("engines")
    void itsPageNamesAllItsSettings(String engine) throws IOException {
        var page = read(engine);
        assertThat(SettingsTable.names(ENGINES.resolve(engine)))
                .as(
                        page(engine)
                                + " names each setting; or give it two lines,\n"
                                + BEGIN
                                + END
                                + HOW)
                .allMatch(name -> page.contains("`" + name.replace("*", "")));
    }

    @ParameterizedTest
    @MethodSource("engines")
    void aTableThatIsMadeIsWhatItsSourceSays(String engine) throws IOException {
        var place = PLACE.matcher(read(engine));
        if (place.find()) {
            assertThat(place.group())
                    .as("the table in " + page(engine) + HOW)
                    .isEqualTo(made(engine));
        }
    }

    /** A rule over nothing holds. */
    @Test
    void enginesAreSeen() throws IOException {
        assertThat(engines()).contains("database", "http", "kannel");
        assertThat(SettingsTable.of(ENGINES.resolve("http"))).contains("| `outgoing-url` | ");
    }

    /** An engine is called as its package is. */
    static List<String> engines() throws IOException {
        try (var files = Files.walk(ENGINES, 2)) {
            return files.filter(file -> file.toString().endsWith("Engine.java"))
                    .map(file -> file.getParent().getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    private static Path page(String engine) {
        return PAGES.resolve(engine + ".md");
    }

    private static String made(String engine) {
        return BEGIN + SettingsTable.of(ENGINES.resolve(engine)) + END;
    }

    /** The page of an engine, mended before if that is wanted. */
    private static String read(String engine) throws IOException {
        if ("apply".equals(System.getProperty("format"))) {
            var page = PLACE.matcher(Files.readString(page(engine)));
            Files.writeString(
                    page(engine), page.replaceFirst(Matcher.quoteReplacement(made(engine))));
        }
        return Files.readString(page(engine));
    }
}
