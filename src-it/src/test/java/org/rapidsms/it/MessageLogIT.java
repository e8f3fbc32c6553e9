package org.rapidsms.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.support.ui.Select;

/** The message log: filters, one message's page, and the table to take away. */
@OnServer
@Needs({Browser.CHROMIUM, Browser.CHROMEDRIVER})
class MessageLogIT {

    private final Browser browser = Browser.open();

    @BeforeEach
    void logIn() {
        browser.logIn();
    }

    @AfterEach
    void close() {
        FakeGateway.QUEUED.takeAgain();
        browser.close();
    }

    @Test
    void whatIsAskedForStandsInTheAddress() {
        say("15620001", "echo filtered");
        awaitRow("?who=15620001&state=sent", "filtered");
        browser.go("/messagelog/");
        browser.type("#text", "FILTERED");
        browser.type("#who", "15620001");
        new Select(browser.find("#direction")).selectByValue("incoming");
        new Select(browser.find("#state")).selectByValue("handled");
        browser.click("form[role=search] button");

        browser.await(page -> browser.path().contains("state=handled"));
        assertThat(browser.findAll("tbody tr")).hasSize(1);
        assertThat(browser.words("tbody")).contains("echo filtered", "Handled");
        assertThat(browser.value("#text")).isEqualTo("FILTERED");
        browser.screen().picture("messagelog-filtered");

        browser.driver().navigate().refresh();
        assertThat(browser.findAll("tbody tr")).hasSize(1);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void everyFilterCounts() {
        say("15620002", "echo counts");
        awaitRow("?who=15620002&state=sent", "counts");
        var today = LocalDate.now();

        assertThat(rows("?who=15620002&backend=http")).isEqualTo(2);
        assertThat(rows("?who=15620002&backend=http-eager")).isZero();
        assertThat(rows("?who=15620002&state=delivered")).isZero();
        assertThat(rows("?who=15620002&direction=outgoing")).isEqualTo(1);
        assertThat(rows("?who=15620002&from=" + today.minusDays(1) + "&to=" + today.plusDays(1)))
                .isEqualTo(2);
        assertThat(rows("?who=15620002&from=" + today.plusDays(2))).isZero();
        assertThat(rows("?who=15620002&to=" + today.minusDays(2))).isZero();
        assertThat(rows("?who=15620002&to=yesterday&state=sleepy")).isEqualTo(2);
    }

    @Test
    void anEmptyListNamesItsFilterAndOffersToClearIt() {
        browser.go("/messagelog/?text=dengue&backend=http&state=failed");

        assertThat(browser.words(".empty"))
                .contains("No message matches this filter", "“dengue”", "by http", "Failed");
        browser.screen().picture("messagelog-nothing");
        browser.click(".empty a");
        browser.await(page -> browser.path().equals("/messagelog/"));
    }

    @Test
    void pagesKeepTheFilter() {
        for (int i = 0; i < 30; i++) {
            say("15620003", "echo page " + i);
        }
        browser.await(page -> rows("?who=15620003&direction=incoming&text=page+0") == 1);
        browser.go("/messagelog/?who=15620003&direction=incoming&text=page");
        assertThat(browser.findAll("tbody tr")).hasSize(25);

        browser.click(".pager a");

        browser.await(page -> browser.path().contains("before="));
        assertThat(browser.path()).contains("who=15620003");
        assertThat(browser.findAll("tbody tr")).hasSize(5);
    }

    @Test
    void aMessageHasAPageOfItsOwn() {
        say("15620004", "echo its story");
        awaitRow("?who=15620004&state=sent", "its story");
        browser.go("/messagelog/?who=15620004&direction=incoming");
        browser.click("tbody .c-text a");

        browser.await(page -> browser.path().matches("/messagelog/[0-9a-f]{32}/"));
        assertThat(browser.words("h1")).isEqualTo("Message from 15620004");
        assertThat(browser.words("main"))
                .contains("echo its story", "Handled", "Handled by", "handlers/echo", "Answers")
                .contains("What the apps did", "handled it, 1 answer");
        browser.screen().picture("message-incoming");

        browser.click(".list a");
        browser.awaitWords("h1", "Message to 15620004");
        assertThat(browser.words("main")).contains("It answers", "echo its story", "Sent");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aMessageThatFailedSaysWhy() {
        FakeGateway.QUEUED.answer(400, "no such number");
        say("15620005", "echo in vain");
        awaitRow("?who=15620005&state=failed", "in vain");

        browser.click("tbody .c-text a");

        browser.awaitWords("h1", "Message to 15620005");
        assertThat(browser.words("tbody")).contains("Failed", "HTTP status 400");
        browser.screen().picture("message-failed");
    }

    @Test
    void theTableToTakeAwayHoldsWhatWasFilteredAndNoFormula() {
        say("+15620006", "echo =1+1");
        say("+15620006", "echo \"a\", b\nc");
        awaitRow("?who=15620006&state=sent", "a");
        browser.await(page -> rows("?who=15620006&state=sent") == 2);

        browser.go("/messagelog/?who=15620006");
        var link = browser.find("a[href*='export.csv']").getAttribute("href");
        var table = browser.fetch(link);

        assertThat(table).startsWith("text/csv;charset=UTF-8 \uFEFFTime,Direction,Contact,");
        assertThat(table)
                .contains(",+15620006,http,'=1+1,Sent,")
                .contains(",\"echo \"\"a\"\", b\nc\",Handled,");
        // A head and four messages, of which two have two lines.
        assertThat(table.lines()).hasSize(7);
    }

    @Test
    void strangersLearnNothing() {
        say("15620007", "echo secret");
        for (var path : List.of("/messagelog/", "/messagelog/export.csv", "/messagelog/1/")) {
            var answer = Server.get(path);
            assertThat(answer.status()).as(path).isEqualTo(302);
            assertThat(answer.body()).doesNotContain("15620007");
        }
    }

    @Test
    void whatWasNeverSaidIsNotFound() {
        for (var path : List.of("/messagelog/nosuch/", "/messagelog/nosuch/2/")) {
            browser.go(path);
            assertThat(browser.words("h1")).isEqualTo("Not found");
        }
    }

    @Test
    void aLongTextIsNoWiderThanAnyScreen() {
        say("15620008", "echo " + "a rather long text that goes on and on, ".repeat(6));
        awaitRow("?who=15620008&state=sent", "a rather long");
        browser.go("/messagelog/?who=15620008");
        browser.screen().pictures("messagelog-long");
        browser.click("tbody .c-text a");
        browser.await(page -> browser.path().matches("/messagelog/[0-9a-f]{32}/"));
        browser.screen().pictures("message-long");
        assertThat(browser.complaints()).isEmpty();
    }

    private static void say(String phone, String text) {
        Server.post("/backend/http/", "identity", phone, "text", text);
    }

    private int rows(String filter) {
        browser.go("/messagelog/" + filter);
        return browser.findAll("tbody tr").size();
    }

    private void awaitRow(String filter, String words) {
        browser.await(
                page -> {
                    browser.go("/messagelog/" + filter);
                    return browser.allWords("tbody tr").stream()
                            .anyMatch(row -> row.contains(words));
                });
    }
}
