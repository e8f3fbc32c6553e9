package org.rapidsms.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StyleTest {

    private static final Path STYLE = Path.of("src/main/webapp/resources/console/console.css");
    private static final String PAGES =
            Pages.all().stream().map(Pages::read).collect(Collectors.joining());

    @Test
    void noRuleIsLeftOver() {
        assertThat(classes()).isNotEmpty().allMatch(StyleTest::isUsed);
    }

    @Test
    void colourIsNamedOnlyWhereItIsChosen() {
        var rules = Pages.read(STYLE).replaceAll("(?s)^.*?/\\* ---- 2", "");
        assertThat(rules).doesNotContain("#", "rgb", "hsl");
    }

    private static Set<String> classes() {
        return Pages.matches(
                Stream.of(Pages.read(STYLE).replaceAll("(?s)/\\*.*?\\*/", "")),
                "\\.([a-z][a-z0-9-]*)(?=[^;]*\\{)");
    }

    /** In a page as it stands, or made there of a beginning and a value. */
    private static boolean isUsed(String name) {
        if (name.startsWith("ui-")) {
            // PrimeFaces draws it.
            return true;
        }
        var beginning = name.replaceAll("-[a-z0-9]+$", "-#{");
        return Pages.matches(Stream.of(PAGES), "[\"' ](" + name + ")[\"' ]").contains(name)
                || PAGES.contains(beginning);
    }
}
