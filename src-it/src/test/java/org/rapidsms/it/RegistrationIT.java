package org.rapidsms.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openqa.selenium.support.ui.ExpectedConditions.presenceOfElementLocated;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** Contacts, registered as people register them. */
@OnServer
@Needs({Browser.CHROMIUM, Browser.CHROMEDRIVER})
class RegistrationIT {

    private final Browser browser = Browser.open();
    private final RegistrationPage registration = new RegistrationPage(browser);

    @BeforeEach
    void logIn() {
        browser.logIn();
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void somebodyIsAddedAndFound() {
        registration.add("Ann Älf", "4001");

        registration.awaitNotice("Added contact");
        assertThat(browser.path()).isEqualTo("/registration/");
        for (var part : List.of("äLF", "400", "HTTP-EAG")) {
            registration.search(part);
            assertThat(browser.words("tbody")).contains("Ann Älf", "4001 http-eager", "pt-BR");
        }
        registration.search("%_");
        assertThat(browser.words(".empty")).startsWith("Nobody matches “%_”");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void whatIsWrongIsSaidAndNothingTypedIsLost() {
        registration.add("Bob Owner", "4002");
        registration.awaitNotice("Added contact");
        registration.openForm();
        registration.type("name", "Bob Second");
        registration.type("language", "???");
        registration.connection(0, "http-eager", "4002");
        browser.click("#another");
        browser.await(presenceOfElementLocated(By.id("phones:1:identity")));
        registration.connection(1, "http", "4003");
        browser.click("#another");
        browser.await(presenceOfElementLocated(By.id("phones:2:identity")));
        registration.connection(2, "http", "4003");
        browser.click("#save");

        browser.await(presenceOfElementLocated(By.cssSelector(".phone .field-error")));

        assertThat(browser.allWords(".field-error"))
                .hasSize(3)
                .anyMatch(text -> text.startsWith("This is no language tag"))
                .anyMatch(text -> text.startsWith("This connection belongs to Bob Owner"))
                .anyMatch(text -> text.startsWith("This connection is above already"));
        assertThat(registration.value("name")).isEqualTo("Bob Second");
        assertThat(registration.value("phones:2:identity")).isEqualTo("4003");
        browser.screen().pictures("contact-invalid");

        // Mended in place; Enter saves, and removes nothing.
        browser.click("#phones\\:2\\:remove");
        browser.await(page -> browser.findAll("#phones\\:2\\:identity").isEmpty());
        registration.type("phones:0:identity", "4004");
        registration.type("language", "sw" + Keys.ENTER);
        registration.awaitNotice("Added contact");
        registration.search("Bob Second");
        assertThat(browser.words("tbody")).contains("4004 http-eager, 4003 http");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aNewContactNeedsAConnection() {
        registration.openForm();
        registration.type("name", "Nobody at all");
        browser.click("#save");

        browser.await(presenceOfElementLocated(By.cssSelector(".phone .field-error")));

        assertThat(browser.words(".phone .field-error")).startsWith("Type a phone number");
        registration.search("Nobody at all");
        assertThat(browser.findAll("tbody")).isEmpty();
    }

    @Test
    void aDoubleClickAddsOnce() {
        registration.openForm();
        registration.type("name", "Twice");
        registration.connection(0, "http-eager", "4005");
        browser.doubleClick("#save");
        registration.awaitNotice("Added contact");

        registration.search("Twice");

        assertThat(browser.findAll("tbody tr")).hasSize(1);
    }

    @Test
    void aContactIsChanged() {
        registration.add("Before", "4006");
        registration.awaitNotice("Added contact");
        registration.open("Before");
        assertThat(browser.path()).matches("/registration/[0-9]+/edit/");
        registration.type("name", "Afterwards");
        registration.type("phones:0:identity", "4567");
        registration.type("language", "wxyz");
        browser.click("#save");

        registration.awaitNotice("Saved contact");
        registration.search("Afterwards");
        assertThat(browser.words("tbody")).contains("4567 http-eager", "wxyz");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aDeletedContactLeavesWhatWasSaid() {
        new TesterPage(browser)
                .open("4007")
                .write("4007", "echo remember")
                .awaitSaid("4007", "remember");
        registration.openForm();
        registration.type("name", "Gone Soon");
        registration.connection(0, "message_tester", "4007");
        browser.click("#save");
        registration.awaitNotice("Added contact");

        registration.open("Gone Soon");
        browser.click("main summary");
        browser.click("#delete");

        registration.awaitNotice("Deleted contact");
        registration.search("Gone Soon");
        assertThat(browser.findAll("tbody")).isEmpty();
        browser.go("/messagelog/");
        assertThat(browser.words("tbody")).contains("echo remember");
        assertThat(browser.complaints()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/registration/987654321/edit/",
                "/registration/27/",
                "/registration/x/edit/",
                "/registration/contact/",
                "/registration/contact/add/x/"
            })
    void whoIsNotThereIsSaidInTheFrame(String path) {
        browser.go(path);

        assertThat(browser.words("h1")).isEqualTo("Not found");
        assertThat(browser.find("header .brand").isDisplayed()).isTrue();
    }

    @Test
    void listsAreLeafedThroughInBothOrders() {
        registration.openForm();
        IntStream.range(0, 27)
                .forEach(i -> registration.addQuickly("Leaf %02d".formatted(i), "41" + i));
        registration.search("leaf");
        assertThat(browser.allWords("tbody a")).hasSize(25).first().isEqualTo("Leaf 00");

        browser.click(".pager a");
        browser.await(page -> browser.allWords("tbody a").equals(List.of("Leaf 25", "Leaf 26")));
        browser.click(".pager a");
        browser.await(page -> browser.allWords("tbody a").size() == 25);
        browser.click("#by-newest");
        browser.await(page -> browser.allWords("tbody a").get(0).equals("Leaf 26"));
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aFieldOfAStrangersAppIsRefusedEditedAndSearched() {
        registration.openForm();
        registration.type("name", "Fay Fields");
        registration.connection(0, "http-eager", "4701");
        registration.type("fields:0:typed", "Nowhere");
        // What keys a date is typed with depends on the browser's language.
        browser.driver()
                .executeScript("document.getElementById('fields:1:typed').value = '2020-02-29'");
        registration.choose("fields:2:chosen", "Nurse");
        browser.click("#save");
        browser.await(presenceOfElementLocated(By.id("about-village")));
        assertThat(browser.allWords(".field-error"))
                .containsExactly("There is no village of this name.");
        assertThat(registration.value("fields:1:typed")).isEqualTo("2020-02-29");
        assertThat(registration.value("fields:2:chosen")).isEqualTo("nurse");
        browser.screen().pictures("contact-fields-invalid");

        registration.type("fields:0:typed", "Gulu-4701");
        browser.click("#save");
        registration.awaitNotice("Added contact");

        for (var part : List.of("gulu-47", "2020-02-29", "NURSE")) {
            registration.search(part);
            assertThat(browser.words("tbody")).contains("Fay Fields", "Gulu-4701", "Feb 29, 2020");
        }
        assertThat(browser.allWords("th"))
                .contains("Village", "Date of birth")
                .doesNotContain("Job");
        browser.screen().pictures("contacts-fields");

        registration.open("Fay Fields");
        assertThat(registration.value("fields:2:chosen")).isEqualTo("nurse");
        registration.type("fields:0:typed", " ");
        browser.click("#save");
        registration.awaitNotice("Saved contact");
        registration.search("Gulu-4701");
        assertThat(browser.findAll("tbody")).isEmpty();
        assertThat(browser.complaints()).isEmpty();
    }
}
