package org.rapidsms.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openqa.selenium.support.ui.ExpectedConditions.presenceOfElementLocated;
import static org.openqa.selenium.support.ui.ExpectedConditions.textToBePresentInElementLocated;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

/** The pages behind the door, used as people use them. */
@OnServer
@Needs({Browser.CHROMIUM, Browser.CHROMEDRIVER})
class ConsoleIT {

    private static final List<String> PAGES = List.of("/", "/messagelog/", "/httptester/777/");

    private final Browser browser = Browser.open(Browser.Size.DESKTOP);

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
    void whoHasNoNumberIsGivenOne() {
        browser.go("/httptester/");

        assertThat(browser.path()).matches("/httptester/[1-9][0-9]{5}/");
    }

    @Test
    void aPhoneIsAnswered() {
        write("1001", "echo hello" + Keys.ENTER);

        awaitSaid("echo hello");
        awaitSaid("hello");
        awaitNotice("Sent message");
        assertThat(browser.path()).isEqualTo("/httptester/1001/");
        browser.screenshot("tester");
        assertThat(complaints()).isEmpty();
    }

    @Test
    void answersAppearWithoutReloadAndTypingGoesOn() {
        browser.go("/httptester/1002/");
        find("#text").sendKeys("half a");
        var here = browser.driver().getWindowHandle();
        browser.driver().switchTo().newWindow(WindowType.TAB);
        write("1003", "echo from elsewhere" + Keys.ENTER);
        awaitSaid("from elsewhere");

        browser.driver().switchTo().window(here);
        awaitSaid("from elsewhere");
        browser.driver().switchTo().activeElement().sendKeys(" word");

        assertThat(find("#text").getAttribute("value")).isEqualTo("half a word");
        assertThat(complaints()).isEmpty();
    }

    @Test
    void aDoubleClickSendsOnce() {
        browser.go("/httptester/1004/");
        find("#text").sendKeys("echo twice?");
        // Both in one turn of the page: the driver's own double click may find the next page.
        browser.driver().executeScript("arguments[0].click(); arguments[0].click()", find("#send"));

        awaitSaid("twice?");

        assertThat(said("echo twice?")).hasSize(1);
    }

    @Test
    void aFileIsSentLineByLine(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("bulk.txt"), "\uFEFFecho ä\r\n\necho 😀");
        browser.go("/httptester/1005/");
        find("#file").sendKeys(file.toString());
        find("#send").click();

        awaitNotice("Sent bulk messages: 3");
        awaitSaid("ä");
        awaitSaid("😀");
        assertThat(complaints()).isEmpty();
    }

    @Test
    void aFileThatIsNotUtf8IsNotSentAtAll(@TempDir Path folder) throws IOException {
        var latin = StandardCharsets.ISO_8859_1;
        var file = Files.writeString(folder.resolve("latin.txt"), "echo one\ncafé", latin);
        browser.go("/httptester/1006/");
        find("#file").sendKeys(file.toString());
        find("#send").click();

        browser.await(presenceOfElementLocated(By.cssSelector(".field-error")));

        assertThat(find(".field-error").getText()).startsWith("Line 2 of the file is not in UTF-8");
        assertThat(said("echo one")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"+256772", "12a", "١٢٣"})
    void whatIsNoNumberIsExplainedAndNothingIsSent(String number) {
        browser.go("/httptester/1007/");
        find("#identity").clear();
        find("#identity").sendKeys(number);
        find("#text").sendKeys("echo from nowhere");
        find("#send").click();

        browser.await(presenceOfElementLocated(By.cssSelector(".field-error")));

        assertThat(find(".field-error").getText()).startsWith("Phone number must be all numeric");
        assertThat(find("#text").getAttribute("value")).isEqualTo("echo from nowhere");
        assertThat(said("from nowhere")).isEmpty();
        browser.screenshot("tester-invalid");
    }

    @Test
    void oneIsClearedThenAll() {
        write("1008", "echo stays" + Keys.ENTER);
        awaitSaid("stays");
        write("1009", "echo goes" + Keys.ENTER);
        awaitSaid("goes");

        find("#clear").click();
        awaitNotice("Cleared 1009 messages");
        assertThat(said("goes")).isEmpty();
        assertThat(said("stays")).isNotEmpty();

        find(".card summary").click();
        find("#clear-all").click();
        awaitNotice("Cleared all messages");
        assertThat(said("stays")).isEmpty();
        browser.screenshot("tester-empty");
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
        write("1010", "echo logged" + Keys.ENTER);
        awaitSaid("logged");

        browser.go("/messagelog/");

        var rows = find("tbody").getText();
        assertThat(rows).contains("echo logged", "Handled", "Sent", "message_tester", "1010");
        browser.screenshot("messagelog");
        assertThat(complaints()).isEmpty();
    }

    @Test
    void wordsOfStrangersStayWords() {
        var evil = "<img src=x onerror=alert(1)>#{7*7}${7*7}</bdi><script>alert(2)</script>";
        write("1011", "echo " + evil + Keys.ENTER);
        awaitSaid(evil);

        PAGES.forEach(browser::go);

        assertThat(find("body").getText()).contains(evil);
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
    @ValueSource(strings = {"/nosuch/", "/httptester/12x/", "/httptester/1/2/"})
    void whatIsNotThereIsSaidInTheFrame(String path) {
        browser.go(path);

        assertThat(find("h1").getText()).isEqualTo("Not found");
        assertThat(find("header .brand").isDisplayed()).isTrue();
    }

    private static String nameOf(String page, Browser.Size size, String theme) {
        var name = page.equals("/") ? "dashboard" : page.split("/")[1];
        return "%s-%s-%s".formatted(name, size.name().toLowerCase(Locale.ROOT), theme);
    }

    private void write(String phone, String text) {
        browser.go("/httptester/" + phone + "/");
        find("#text").sendKeys(text);
    }

    private WebElement find(String css) {
        return browser.driver().findElement(By.cssSelector(css));
    }

    private void awaitNotice(String words) {
        browser.await(textToBePresentInElementLocated(By.cssSelector(".notice"), words));
    }

    private void awaitSaid(String text) {
        browser.await(page -> !said(text).isEmpty());
    }

    private List<WebElement> said(String text) {
        return browser.driver()
                .findElements(By.xpath("//*[@id='messages']//bdi[.='%s']".formatted(text)));
    }

    /** What the browser found wrong with our pages. */
    private List<String> complaints() {
        var log = browser.driver().manage().logs().get(LogType.BROWSER);
        return log.getAll().stream().map(LogEntry::getMessage).toList();
    }
}
