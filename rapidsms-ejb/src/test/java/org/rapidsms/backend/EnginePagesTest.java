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
 * Every engine has a page, and the table of settings there is what its source says. With {@code
 * -Dformat=apply} the table is written anew.
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
            "; mvn -Dformat=apply -pl rapidsms-api,rapidsms-ejb test -Dtest=EnginePagesTest"
                    + " -Dsurefire.failIfNoSpecifiedTests=false writes it anew";

    @ParameterizedTest
    @MethodSource("engines")
    void everyEngineHasAPage(String engine) {
        assertThat(page(engine)).as("the page of the engine " + engine).exists();
        assertThat(page(engine)).content().startsWith("# ").contains("`" + engine + "`");
    }

    @ParameterizedTest
    @MethodSource("engines")
    void theTableOfItsSettingsIsWhatItsSourceSays(String engine) throws IOException {
        var table = SettingsTable.of(ENGINES.resolve(engine));
        if (table.isEmpty()) {
            return;
        }
        var page = Files.readString(page(engine));
        var written =
                PLACE.matcher(page).replaceFirst(Matcher.quoteReplacement(BEGIN + table + END));
        assertThat(PLACE.matcher(page).find())
                .as(
                        page(engine)
                                + " has no place for its settings: give it two lines,\n"
                                + BEGIN
                                + END)
                .isTrue();
        if ("apply".equals(System.getProperty("format"))) {
            Files.writeString(page(engine), written);
        } else {
            assertThat(page)
                    .as("the table of settings in " + page(engine) + HOW)
                    .isEqualTo(written);
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
}
