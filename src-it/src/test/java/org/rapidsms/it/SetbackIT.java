package org.rapidsms.it;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What went wrong can be seen, and what can be mended is mended from there. */
@OnServer
@Needs({Browser.CHROMIUM, Browser.CHROMEDRIVER})
class SetbackIT {

    private final Browser browser = Browser.open();

    @BeforeEach
    void logIn() {
        browser.logIn();
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void aBackendThatPausesIsOnTheDashboardAndItsTextsAreKept() {
        Server.post("/backend/refusing/", "identity", "15720001", "text", "echo kept");
        await().atMost(ofSeconds(40))
                .until(
                        () -> {
                            browser.go("/");
                            return !browser.findAll(".notice-bad").isEmpty();
                        });
        browser.awaitWords(".notice-bad", "This backend pauses: refusing");
        browser.awaitWords(".notice-bad", "MISCONFIGURED: HTTP status 401");
        browser.screen().pictures("backend-pauses");

        browser.go("/messagelog/?who=15720001&direction=outgoing&state=queued");
        browser.click("tbody .c-text a");
        browser.awaitWords("main", "What went wrong on the way");
        browser.awaitWords("main", "MISCONFIGURED: HTTP status 401");
        browser.screen().pictures("message-setbacks");
        assertThat(browser.complaints()).isEmpty();
        // What waits for ever is a problem, which the command line would tell of.
        FlakyGateway.GATEWAY.admit();
    }

    @Test
    void whatAnAppFailedOverCanBeShownToTheAppsAgain() {
        Server.post("/backend/http/", "identity", "15720002", "text", "boom");
        awaitAnswers("before the boom");
        browser.go("/messagelog/?who=15720002&direction=incoming");
        browser.click("tbody .c-text a");
        browser.awaitWords("main", "failed: ");
        browser.screen().pictures("message-errored");

        browser.clickInSight("#again");

        browser.awaitWords(".notice-ok, .notice-info", "The apps will see this message again.");
        awaitAnswers("before the boom", "before the boom");
        assertThat(browser.complaints()).isEmpty();
    }

    private static void awaitAnswers(String... texts) {
        await().atMost(ofSeconds(40))
                .untilAsserted(
                        () ->
                                assertThat(FakeGateway.QUEUED.textsTo("15720002"))
                                        .isEqualTo(List.of(texts)));
    }
}
