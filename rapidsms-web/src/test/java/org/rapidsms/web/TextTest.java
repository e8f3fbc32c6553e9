package org.rapidsms.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rapidsms.web.messagelog.State;

class TextTest {

    private static final Path BUNDLES = Path.of("src/main/resources/org/rapidsms/web");
    private static final Path ENGLISH = BUNDLES.resolve("text.properties");

    @Test
    void noTextIsMissing() throws IOException {
        assertThat(keys(ENGLISH)).containsAll(usedInPages()).containsAll(usedInCode());
    }

    @Test
    void noTextIsLeftOver() throws IOException {
        var used = new TreeSet<String>();
        used.addAll(usedInPages());
        used.addAll(usedInCode());
        assertThat(keys(ENGLISH)).isSubsetOf(used);
    }

    @Test
    void noTextIsThereTwice() throws IOException {
        try (var lines = Files.lines(ENGLISH)) {
            assertThat(lines.filter(line -> line.matches("\\w+ *=.*")).map(TextTest::key))
                    .doesNotHaveDuplicates();
        }
    }

    /** A plain apostrophe would swallow the parameters of its text. */
    @Test
    void apostrophesAreTypographic() throws IOException {
        try (var bundles = Files.list(BUNDLES)) {
            assertThat(bundles)
                    .isNotEmpty()
                    .allSatisfy(b -> assertThat(load(b).values().toString()).doesNotContain("'"));
        }
    }

    @Test
    void allLanguagesSayTheSame() throws IOException {
        var english = keys(ENGLISH);
        try (var bundles = Files.list(BUNDLES)) {
            assertThat(bundles).allSatisfy(b -> assertThat(keys(b)).isEqualTo(english));
        }
    }

    private static Set<String> usedInPages() {
        var used = Pages.matches(pages(), "\\btext\\.(\\w+)");
        used.addAll(Pages.matches(pages(), "<r:(?:text|field) id=\"(\\w+)\""));
        return used;
    }

    private static Set<String> usedInCode() {
        var used =
                Pages.matches(
                        Pages.code().stream().map(Pages::read), "Texts\\s*\\.of\\(\\s*\"(\\w+)\"");
        Stream.of(State.values()).map(State::getWord).forEach(used::add);
        return used;
    }

    private static Stream<String> pages() {
        return Pages.all().stream().map(Pages::read);
    }

    private static Set<String> keys(Path bundle) throws IOException {
        return new TreeSet<>(load(bundle).stringPropertyNames());
    }

    private static Properties load(Path bundle) throws IOException {
        var texts = new Properties();
        try (var reader = Files.newBufferedReader(bundle)) {
            texts.load(reader);
        }
        return texts;
    }

    private static String key(String line) {
        return line.substring(0, line.indexOf('=')).strip();
    }
}
