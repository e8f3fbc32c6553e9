package org.rapidsms.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openqa.selenium.support.ui.ExpectedConditions.presenceOfElementLocated;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** A page that an app's jar brings along, and the way there. */
@OnServer
@Needs({Browser.CHROMIUM, Browser.CHROMEDRIVER})
class StrangersPageIT {

    private Browser browser;

    @BeforeEach
    void enter() {
        browser = Browser.open();
        browser.logIn();
    }

    @AfterEach
    void leave() {
        browser.close();
    }

    @Test
    void itsEntryLeadsToIt() {
        var entry = ".side a[href='/clinics.xhtml']";
        assertThat(browser.words(entry)).isEqualTo("Clinics");
        assertThat(browser.find(entry + " use").getDomAttribute("href"))
                .as("its icon is none of ours")
                .isEqualTo("#i-app");

        browser.click(entry);

        browser.await(presenceOfElementLocated(By.id("name")));
        assertThat(browser.words(".side [aria-current=page]")).isEqualTo("Clinics");
    }

    @Test
    void theManualShowsThePageThatIsTested() throws IOException {
        var root = Path.of(System.getProperty("it.ear")).getParent().getParent().getParent();
        var tests = root.resolve("src-it/src/test");
        assertThat(Files.readString(root.resolve("docs/pages.md")))
                .contains(
                        Files.readString(
                                tests.resolve("java/org/rapidsms/it/stranger/ClinicsEntry.java")),
                        Files.readString(
                                tests.resolve("resources/META-INF/resources/clinics.xhtml")));
    }

    @Test
    void itsFormStylesheetAndScriptWork() {
        browser.go("/clinics.xhtml");
        browser.type("#name", "Kibuli");
        browser.type("#code", "7");
        browser.click("#open");

        browser.awaitWords("#opened", "Kibuli");
        assertThat(browser.find("#opened").getCssValue("color")).isEqualTo("rgba(1, 2, 3, 1)");
        assertThat(browser.find("html").getDomAttribute("data-clinics")).isEqualTo("here");
        assertThat(browser.complaints()).isEmpty();
    }
}
