package org.rapidsms.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

class PagesTest {

    private static final String EL = "#\\{[^}]*}";
    private static final Set<String> SEEN_BY_PEOPLE =
            Set.of(
                    "alt",
                    "aria-label",
                    "hint",
                    "label",
                    "missing",
                    "placeholder",
                    "requiredMessage",
                    "short",
                    "summary",
                    "title");
    private static final Set<String> NAMESPACES =
            Set.of(
                    "http://www.w3.org/1999/xhtml",
                    "jakarta.faces.core",
                    "jakarta.faces.facelets",
                    "jakarta.faces.html",
                    "jakarta.faces.passthrough",
                    "http://primefaces.org/ui",
                    "http://omnifaces.org/ui",
                    "rapidsms");

    static Stream<Path> pages() {
        return Pages.all().stream();
    }

    @Test
    void thereArePages() {
        assertThat(pages()).hasSizeGreaterThan(20);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void wordsAreInTheBundle(Path page) {
        assertThat(Pages.texts(page).map(text -> text.replaceAll(EL, "")))
                .noneMatch(PagesTest::hasWords);
        assertThat(Pages.attributes(page).filter(PagesTest::isSeen).map(Attr::getValue))
                .allSatisfy(value -> assertThat(hasWords(value.replaceAll(EL, ""))).isFalse());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void looksAndScriptsAreInFilesOfTheirOwn(Path page) {
        assertThat(Pages.elements(page).map(Element::getTagName)).doesNotContain("style", "script");
        assertThat(Pages.attributes(page).map(Attr::getName))
                .doesNotContain("style")
                .noneMatch(name -> name.startsWith("on"));
    }

    /** An unknown library is passed over in silence, with all its tags. */
    @ParameterizedTest
    @MethodSource("pages")
    void librariesAreKnown(Path page) {
        assertThat(Pages.attributes(page).filter(a -> a.getName().startsWith("xmlns")))
                .allSatisfy(a -> assertThat(NAMESPACES).contains(a.getValue()));
    }

    /** Another form would be refused in a browser without scripts: see r:form. */
    @ParameterizedTest
    @MethodSource("pages")
    void formsAreOurs(Path page) {
        if (!page.endsWith("tags/form.xhtml")) {
            assertThat(Pages.elements(page).map(Element::getTagName)).doesNotContain("h:form");
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void nothingIsShownUnescaped(Path page) {
        assertThat(Pages.read(page)).doesNotContain("escape=\"false\"");
    }

    private static boolean isSeen(Attr attribute) {
        var name = attribute.getName();
        boolean isButton =
                name.equals("value") && attribute.getOwnerElement().getTagName().contains("utton");
        return isButton || SEEN_BY_PEOPLE.contains(name.replaceAll("^.*:", ""));
    }

    private static boolean hasWords(String text) {
        return text.codePoints().anyMatch(Character::isLetter);
    }
}
