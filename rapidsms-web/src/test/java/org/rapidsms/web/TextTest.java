package org.rapidsms.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapidsms.web.backends.Health;
import org.rapidsms.web.frame.Texts;
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

    /** It only keeps a server in another language from answering in its own. */
    @Test
    void thereIsOneFileOfEnglish() throws IOException {
        assertThat(keys(BUNDLES.resolve("text_en.properties"))).isEmpty();
    }

    /** A plain apostrophe would swallow the parameters of its text. */
    @Test
    void apostrophesAreTypographic() throws IOException {
        try (var bundles = Files.list(BUNDLES)) {
            assertThat(bundles.filter(Files::isRegularFile))
                    .isNotEmpty()
                    .allSatisfy(b -> assertThat(load(b).values().toString()).doesNotContain("'"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "ar"})
    void allLanguagesSayTheSame(String language) throws IOException {
        var translation = load(BUNDLES.resolve("text_" + language + ".properties"));
        assertThat(translation.stringPropertyNames()).isEqualTo(keys(ENGLISH));
        var english = load(ENGLISH);
        assertThat(translation)
                .allSatisfy(
                        (key, words) ->
                                assertThat(parameters(words))
                                        .as(key.toString())
                                        .isEqualTo(parameters(english.get(key))));
    }

    /** Words that cannot be formatted would show only where they are used. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "fr", "ar"})
    void allTextsCanBeFormatted(String language) throws IOException {
        var locale = Locale.forLanguageTag(language);
        assertThat(keys(ENGLISH))
                .allSatisfy(
                        key ->
                                assertThat(Texts.in(locale, key, 7, 8))
                                        .as(key)
                                        .isNotBlank()
                                        .doesNotContain("{", "}"));
    }

    /**
     * A number of a phone beside words that run to the left would have its plus at the wrong end.
     */
    @Test
    void whatIsFilledInKeepsItsDirection() {
        var arabic = Locale.forLanguageTag("ar-u-nu-latn");
        assertThat(Texts.in(arabic, "messageFrom", "+256 772")).endsWith("\u2068+256 772\u2069");
        assertThat(Texts.in(arabic, "messageTaken", 1234)).contains(" 1,234 ");
        assertThat(Texts.in(Locale.FRENCH, "messageFrom", "+256")).isEqualTo("Message de +256");
    }

    private static Set<String> parameters(Object words) {
        return Pages.matches(Stream.of(words.toString()), "\\{(\\d)");
    }

    private static Set<String> usedInPages() {
        var used = Pages.matches(pages(), "\\btext\\.(\\w+)");
        used.addAll(Pages.matches(pages(), "<r:(?:text|field) id=\"(\\w+)\""));
        return used;
    }

    private static Set<String> usedInCode() {
        var used =
                Pages.matches(
                        Pages.code().stream().map(Pages::read),
                        "Texts\\s*\\.(?:of\\(|in\\(\\s*\\w+,)\\s*\"(\\w+)\"");
        Stream.of(State.values()).map(State::getWord).forEach(used::add);
        Stream.of(Health.values()).map(Health::getWord).forEach(used::add);
        used.addAll(titlesOfEntries());
        return used;
    }

    private static Set<String> titlesOfEntries() {
        var entries =
                Pages.code().stream().map(Pages::read).filter(c -> c.contains("BundledEntry"));
        var titles = Pages.matches(entries, "super\\(\"[^\"]+\", \"\\w+\", \"(\\w+)\",");
        List.copyOf(titles).forEach(title -> titles.add(title + "Short"));
        return titles;
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
