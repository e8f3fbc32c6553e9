package org.rapidsms.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openqa.selenium.support.ui.ExpectedConditions.numberOfElementsToBe;
import static org.openqa.selenium.support.ui.ExpectedConditions.visibilityOfElementLocated;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** Rows 323 to 333 of the conformance list: writing to people, as people do it. */
@OnServer
@Needs({Browser.CHROMIUM, Browser.CHROMEDRIVER})
class MessagingIT {

    private static final String SENT = "/messaging/[0-9a-f]{32}/";

    private final Browser browser = Browser.open();

    @BeforeEach
    void logIn() {
        browser.logIn();
        browser.go("/messaging/");
    }

    @AfterEach
    void close() {
        FakeGateway.QUEUED.takeAgain();
        browser.close();
    }

    @Test
    void statesAppearWithoutReload() {
        know("15601001");
        know("15601002");
        FakeGateway.QUEUED.hesitate();
        choose("15601001");
        choose("HTTP 15601002");
        write("to both");
        browser.click("#send");

        browser.await(page -> browser.path().matches(SENT));
        browser.awaitWords(".notice", "Your message was taken for 2 recipients");
        browser.awaitWords("#progress .pill", "Queued");
        browser.screen().picture("messaging-queued");
        browser.driver().executeScript("document.body.dataset.same = 'yes'");
        FakeGateway.QUEUED.takeAgain();

        browser.awaitWords("#progress .pill", "Sent");
        assertThat(browser.find("body").getAttribute("data-same")).isEqualTo("yes");
        assertThat(FakeGateway.QUEUED.textsTo("15601001")).containsOnlyOnce("to both");
        assertThat(FakeGateway.QUEUED.textsTo("15601002")).containsOnlyOnce("to both");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void whatFailsSaysWhy() {
        know("15601003");
        FakeGateway.QUEUED.answer(400, "no such number");
        choose("15601003");
        write("in vain");
        browser.click("#send");

        browser.awaitWords("#progress tbody", "Failed");
        assertThat(browser.words("#progress tbody")).contains("HTTP status 400");
        browser.screen().picture("messaging-failed");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aDoubleClickAndAReloadSendOnce() {
        know("15601004");
        choose("15601004");
        write("only once");
        browser.doubleClick("#send");
        browser.awaitWords("#progress .pill", "Sent");

        browser.driver().navigate().refresh();

        browser.awaitWords("#progress .pill", "Sent");
        assertThat(FakeGateway.QUEUED.textsTo("15601004")).containsOnlyOnce("only once");
    }

    @Test
    void whatIsMissingIsSaidAndTheRestIsKept() {
        know("15601005");
        browser.click("#send");
        browser.awaitWords("#composer", "Please select at least one recipient.");
        browser.awaitWords("#composer", "You have to write a message.");
        browser.screen().picture("messaging-invalid");

        write("kept");
        browser.click("#send");
        browser.await(numberOfElementsToBe(By.cssSelector(".field-error"), 1));
        assertThat(browser.value("#text")).isEqualTo("kept");

        browser.find("#text").clear();
        choose("15601005");
        browser.click("#send");
        browser.awaitWords(".field-error", "You have to write a message.");
        assertThat(browser.words("#composer")).contains("http - 15601005");
        assertThat(browser.path()).startsWith("/messaging");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void enterAmongRecipientsSendsNothing() {
        know("15601013");
        choose("15601013");
        write("half a mess");
        type("nobody at all" + Keys.ENTER);

        browser.awaitWords(".ui-autocomplete-panel", "Nobody matches these words");
        browser.find("#recipients_input").sendKeys(Keys.ENTER);

        assertThat(browser.path()).isEqualTo("/messaging/");
        assertThat(browser.value("#text")).isEqualTo("half a mess");
        assertThat(FakeGateway.QUEUED.textsTo("15601013")).doesNotContain("half a mess");
    }

    @Test
    void somebodyWhoIsNotThereIsRefused() {
        know("15601006");
        choose("15601006");
        write("to nobody");
        browser.driver()
                .executeScript("document.querySelector('#recipients_hinput option').value = 'abc'");
        browser.click("#send");

        browser.awaitWords(".field-error", "nothing was sent");
        assertThat(browser.value("#text")).isEqualTo("to nobody");
    }

    @Test
    void everyWordMustMatchAndSomebodyIsChosenOnce() {
        know("15601007");
        type("15601007 nobody");
        browser.awaitWords(".ui-autocomplete-panel", "Nobody matches these words");

        browser.go("/messaging/");
        choose("15601007");
        type("15601007");
        browser.await(visibilityOfElementLocated(suggested("15601007")));
        browser.find("#recipients_input").sendKeys(Keys.ENTER);
        assertThat(browser.findAll(".ui-autocomplete-token")).hasSize(1);
    }

    @Test
    void enterNeverChoosesWhatWasSuggestedBefore() {
        know("15601014");
        know("15601015");
        type("15601014");
        browser.await(visibilityOfElementLocated(suggested("15601014")));

        browser.find("#recipients_input").sendKeys(Keys.BACK_SPACE + "5" + Keys.ENTER);

        assertThat(browser.findAll(".ui-autocomplete-token"))
                .noneMatch(token -> token.getText().contains("15601014"));
    }

    @Test
    void manyMustBeConfirmed() {
        for (int i = 0; i < 105; i++) {
            know("1561%d%02d".formatted(i / 21, i % 21));
        }
        for (int i = 0; i < 5; i++) {
            type("1561" + i);
            var suggested = "[data-item-label^='http - 1561%d']".formatted(i);
            browser.await(numberOfElementsToBe(By.cssSelector(suggested), 21));
            browser.driver().executeScript(CHOOSE_ALL);
        }
        write("to very many");
        // Suggestions still lie over the button.
        browser.driver().executeScript("arguments[0].click()", browser.find("#send"));

        browser.awaitWords(".notice", "This message goes to 105 recipients");
        browser.screen().picture("messaging-many");
        assertThat(FakeGateway.QUEUED.textsTo("1561000")).doesNotContain("to very many");

        browser.click("#confirm");
        browser.await(page -> browser.path().matches(SENT));
        browser.await(page -> browser.find("#progress").getText().matches("(?s).*Sent\\s+105.*"));
        assertThat(browser.findAll("#progress tbody tr")).hasSize(25);
        browser.click(".pager a");
        browser.await(page -> browser.path().contains("?before="));
        assertThat(browser.findAll("#progress tbody tr")).hasSize(25);
        assertThat(browser.complaints()).isEmpty();
    }

    /** Adds what is suggested to what is chosen, as a hundred clicks would. */
    private static final String CHOOSE_ALL =
            """
            var chosen = document.getElementById('recipients_hinput');
            document.querySelectorAll('.ui-autocomplete-item').forEach(function (item) {
                chosen.add(new Option('', item.dataset.itemValue, true, true));
            });
            """;

    @ParameterizedTest
    @CsvSource({
        "hello, 5 / 160, GSM-7, 1",
        "€uro, 5 / 160, GSM-7, 1",
        "2 €€, 6 / 160, GSM-7, 1",
        "já, 2 / 70, UCS-2, 1",
    })
    void costsAreCountedWhileTyping(String text, String units, String encoding, int segments) {
        know("15601008");
        write(text);
        var expected =
                "Characters %s Encoding %s Segments for each %d"
                        .formatted(units, encoding, segments);
        assertThat(meter()).isEqualTo(expected);

        choose("15601008");
        browser.click("#send");
        browser.await(page -> browser.path().matches(SENT));
        assertThat(meter()).isEqualTo(expected);
    }

    @Test
    void longTextsAreCountedAsOnTheServer() {
        know("15601009");
        var text = "€".repeat(153);
        browser.driver()
                .executeScript(
                        "var t = document.getElementById('text'); t.value = arguments[0] + '\\n';"
                                + " t.dispatchEvent(new Event('input'))",
                        text);
        assertThat(meter()).contains("307 / 459", "GSM-7", "Segments for each 3");

        choose("15601009");
        browser.click("#send");
        browser.await(page -> browser.path().matches(SENT));
        assertThat(meter()).contains("307 / 459", "GSM-7", "Segments for each 3");
    }

    @Test
    void strangersLearnNothing() {
        know("15601010");
        var page = Server.get("/messaging/");
        assertThat(page.status()).isEqualTo(302);
        var suggestions =
                Server.post(
                        "/messaging/",
                        "recipients",
                        "recipients",
                        "recipients_query",
                        "15601010",
                        "jakarta.faces.partial.ajax",
                        "true",
                        "jakarta.faces.source",
                        "recipients");
        assertThat(suggestions.body()).doesNotContain("15601010 ", "http - 15601010");
    }

    @Test
    void whatWasNotSentIsNotFound() {
        browser.go("/messaging/nosuch/");
        assertThat(browser.words("h1")).isEqualTo("Not found");
    }

    /** Makes the connection of a phone, by having it write. */
    private static void know(String phone) {
        Server.post("/backend/http/", "identity", phone, "text", "echo I am here");
    }

    private void type(String words) {
        browser.type("#recipients_input", words);
    }

    private void choose(String words) {
        var before = browser.findAll(".ui-autocomplete-token").size();
        type(words);
        browser.await(visibilityOfElementLocated(suggested(words)));
        browser.find("#recipients_input").sendKeys(Keys.ENTER);
        browser.await(numberOfElementsToBe(By.cssSelector(".ui-autocomplete-token"), before + 1));
    }

    /** The suggestion that Enter would choose, once it is the one for the last of these words. */
    private static By suggested(String words) {
        var last = words.substring(words.lastIndexOf(' ') + 1);
        return By.cssSelector(
                ".ui-autocomplete-item.ui-state-highlight[data-item-label*='%s']".formatted(last));
    }

    private void write(String text) {
        browser.type("#text", text);
    }

    private String meter() {
        return browser.words(".meter").replace('\n', ' ');
    }
}
