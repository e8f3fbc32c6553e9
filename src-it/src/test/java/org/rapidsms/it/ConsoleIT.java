package org.rapidsms.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openqa.selenium.support.ui.ExpectedConditions.textToBePresentInElementLocated;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

/** The pages behind the door, used as people use them. */
@OnServer
@Needs({Browser.CHROMIUM, Browser.CHROMEDRIVER})
class ConsoleIT {

    private static final List<String> PAGES = List.of("/", "/messagelog/", "/httptester/777/");

    private final Browser browser = Browser.open(Browser.Size.DESKTOP);
    private final TesterPage tester = new TesterPage(browser);

    @BeforeEach
    void logIn() {
        browser.logIn(Server.ADMINISTRATOR, Server.PASSWORD);
        browser.await(page -> browser.path().equals("/"));
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void thePageThatWasWantedFollowsTheLogin() {
        find("header summary").click();
        find("header form button").click();
        browser.await(page -> browser.path().equals("/accounts/login/"));
        browser.go("/messagelog/?before=3");

        find("#username").sendKeys(Server.ADMINISTRATOR);
        find("#password").sendKeys(Server.PASSWORD + Keys.ENTER);

        browser.await(page -> browser.path().equals("/messagelog/?before=3"));
    }

    @Test
    void aPasswordIsChangedByWhoeverKnowsIt() {
        changePassword("wrong", "another one 1", "another one 1");
        awaitFieldError("This is not your password");
        changePassword(Server.PASSWORD, "another one 1", "another one 2");
        awaitFieldError("not the same");
        changePassword(Server.PASSWORD, "short", "short");
        awaitFieldError("at least 8 characters");
        changePassword(Server.PASSWORD, "another one 1", "another one 1");
        awaitNotice("Password changed");

        changePassword("another one 1", Server.PASSWORD, Server.PASSWORD);
        awaitNotice("Password changed");
        assertThat(complaints()).isEmpty();
    }

    private void changePassword(String current, String chosen, String repeated) {
        browser.go("/accounts/password/");
        find("#currentPassword").sendKeys(current);
        find("#newPassword").sendKeys(chosen);
        find("#repeatPassword").sendKeys(repeated);
        find("#save").click();
    }

    private void awaitFieldError(String words) {
        browser.await(textToBePresentInElementLocated(By.cssSelector(".field-error"), words));
    }

    @Test
    void theLogTellsWhatAGatewayTookAndWhatItDidNot() {
        Server.post("/backend/http/", "identity", "15590001", "text", "echo taken");
        awaitLogged("15590001", "taken", "Sent");

        FakeGateway.QUEUED.answer(400, "no such number");
        try {
            Server.post("/backend/http/", "identity", "15590002", "text", "echo refused");
            awaitLogged("15590002", "refused", "Failed");
        } finally {
            FakeGateway.QUEUED.takeAgain();
        }
    }

    private void awaitLogged(String phone, String text, String state) {
        browser.await(
                page -> {
                    browser.go("/messagelog/");
                    return browser.driver().findElements(By.cssSelector("tbody tr")).stream()
                            .map(WebElement::getText)
                            .filter(row -> row.contains(phone) && row.contains(text))
                            .anyMatch(row -> row.contains(state));
                });
    }

    @Test
    void theMessageLogShowsWhatCameAndWhatLeft() {
        tester.open("1010").write("1010", "echo logged").awaitSaid("1010", "logged");

        browser.go("/messagelog/");

        var rows = find("tbody").getText();
        assertThat(rows).contains("echo logged", "Handled", "Sent", "message_tester", "1010");
        browser.screenshot("messagelog");
        assertThat(complaints()).isEmpty();
    }

    @Test
    void wordsOfStrangersStayWords() {
        var evil = "<img src=x onerror=alert(1)>#{7*7}${7*7}</bdi><script>alert(2)</script>";
        tester.open("1011").write("1011", "echo " + evil).awaitSaid("1011", evil);

        for (var page : List.of("/", "/messagelog/", "/httptester/1011/")) {
            browser.go(page);
            assertThat(find("main").getText()).contains(evil);
        }
        assertThat(complaints()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void noPageIsWiderThanItsScreen(Browser.Size size) {
        browser.resize(size);
        for (var page : PAGES) {
            browser.go(page);
            for (var theme : List.of("light", "dark")) {
                browser.driver()
                        .executeScript(
                                "document.documentElement.dataset.theme='%s'".formatted(theme));
                browser.screenshot(nameOf(page, size, theme));
            }
            assertThat(
                            browser.driver()
                                    .executeScript(
                                            "return document.documentElement.scrollWidth <= window.innerWidth"))
                    .as(page)
                    .isEqualTo(true);
        }
        assertThat(complaints()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nosuch/", "/httptester/12x/", "/httptester/1/2x/"})
    void whatIsNotThereIsSaidInTheFrame(String path) {
        browser.go(path);

        assertThat(find("h1").getText()).isEqualTo("Not found");
        assertThat(find("header .brand").isDisplayed()).isTrue();
    }

    private static String nameOf(String page, Browser.Size size, String theme) {
        var name = page.equals("/") ? "dashboard" : page.split("/")[1];
        return "%s-%s-%s".formatted(name, size.name().toLowerCase(Locale.ROOT), theme);
    }

    private WebElement find(String css) {
        return browser.driver().findElement(By.cssSelector(css));
    }

    private void awaitNotice(String words) {
        browser.await(textToBePresentInElementLocated(By.cssSelector(".notice"), words));
    }

    /** What the browser found wrong with our pages. */
    private List<String> complaints() {
        var log = browser.driver().manage().logs().get(LogType.BROWSER);
        return log.getAll().stream().map(LogEntry::getMessage).toList();
    }
}
