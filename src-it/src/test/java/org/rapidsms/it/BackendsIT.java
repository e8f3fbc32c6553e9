package org.rapidsms.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** Whose calls a backend takes, and what staff see of it and do with it. */
@OnServer
@Needs({Browser.CHROMIUM, Browser.CHROMEDRIVER})
class BackendsIT {

    private static final String SECRET = "secret=only+for+this+test";
    private static final String LOGIN =
            "Basic " + Base64.getEncoder().encodeToString("mtn:this one too".getBytes(UTF_8));

    private final Browser browser = Browser.open();

    /** Nothing is left on the dashboard of others. */
    @AfterEach
    void close() {
        browser.close();
        FlakyGateway.GATEWAY.forget();
    }

    @Test
    void aCallThatDoesNotProveItselfStoresNothingAndIsCounted() {
        assertRefused(403, "/backend/guarded/?identity=15830001&text=ping", LOGIN);
        assertRefused(403, "/backend/guarded/?identity=15830001&text=ping&secret=no", LOGIN);
        var unknown =
                assertRefused(
                        401, "/backend/guarded/?identity=15830001&text=ping&" + SECRET, "Basic x");
        assertThat(unknown.headers().get("WWW-Authenticate")).startsWith("Basic realm=");
        assertRefused(403, "/backend/elsewhere/?identity=15830001&text=ping", LOGIN);

        var path = "/backend/guarded/?identity=15830002&text=ping&" + SECRET;
        assertThat(Server.get(path, "Authorization", LOGIN).status()).isEqualTo(200);

        await().atMost(ofSeconds(20))
                .until(() -> FakeGateway.QUEUED.textsTo("15830002").equals(List.of("pong")));
        assertThat(FakeGateway.QUEUED.textsTo("15830001")).isEmpty();
        browser.logIn().go("/messagelog/?who=15830001");
        browser.awaitWords("main", "No message matches");
        browser.go("/backends/guarded/");
        browser.awaitWords("main", " calls refused");
        assertThat(browser.words("main")).contains("webhook-secret", "••••", "127.0.0.0/8");
        assertThat(browser.driver().getPageSource())
                .doesNotContain("for this test", "this one too");
    }

    @Test
    void kannelsReportsAreTakenWhereRapidSmsTookThem() {
        browser.logIn().go("/backends/old-kannel/");
        browser.type("#identity", "15830003");
        browser.click("#send");
        browser.await(page -> browser.path().contains("?sent="));
        var message = browser.path().replaceFirst("^.*sent=", "");
        var report =
                "/kannel/delivery-report/?message_id=%s&identity=15830003&status=1"
                                .formatted(message)
                        + "&status_text=&smsc=x&sms_id=1&date_sent=2026-01-31+10:00:00";

        assertThat(Server.get(report).status()).isEqualTo(403);
        assertThat(Server.get(report + "&" + SECRET).status()).isEqualTo(200);

        browser.awaitWords("#result", "Delivered");
        assertThat(Server.get(report.replace(message, "unknown")).status())
                .as("RapidSMS's own messages are nobody's here; Kannel need not come again")
                .isEqualTo(200);
        assertThat(Server.post("/kannel/delivery-report/").status()).isEqualTo(405);
    }

    @Test
    void aBackendThatWasStoppedKeepsWhatWaitsUntilItIsStartedAgain() {
        browser.logIn().go("/backends/guarded/");
        browser.click("#stop");
        browser.awaitWords("main", "guarded is stopped");
        assertThat(Axe.complaints(browser)).isEmpty();
        browser.type("#identity", "15830004");
        browser.click("#send");
        browser.awaitWords("#result", "Queued");
        browser.screen().pictures("backend-stopped");
        browser.screen().resize(Screen.Size.DESKTOP);
        browser.go("/");
        browser.awaitWords(".notice-warn", "Sending is stopped: guarded");
        browser.go("/backends/");
        browser.awaitWords("tbody", "Stopped");
        assertThat(check()).contains("Backend guarded was stopped on its page");
        assertThat(FakeGateway.QUEUED.textsTo("15830004")).isEmpty();

        browser.go("/backends/guarded/");
        browser.click("#start");
        browser.awaitWords("main", "guarded sends again");

        await().atMost(ofSeconds(20))
                .until(() -> FakeGateway.QUEUED.textsTo("15830004").size() == 1);
        assertThat(check()).doesNotContain("guarded was stopped");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aBackendThatPausesSaysWhyAndIsTriedOnDemand() {
        browser.logIn().go("/backends/");
        browser.click(By.linkText("refusing"));
        browser.click("#send");
        browser.awaitWords(".field-error", "Type the phone number");
        browser.type("#identity", "15830005");
        browser.click("#send");
        browser.awaitWords("#result", "HTTP status 401");
        browser.go("/backends/refusing/");
        browser.awaitWords(".notice-bad", "MISCONFIGURED: HTTP status 401");
        assertThat(Axe.complaints(browser)).isEmpty();
        browser.screen().pictures("backend-pauses");

        FlakyGateway.GATEWAY.admit();
        browser.screen().resize(Screen.Size.DESKTOP);
        browser.click("#again");

        await().atMost(ofSeconds(20)).until(() -> isAtRest("refusing"));
        browser.go("/backends/");
        browser.awaitWords("tbody", "MISCONFIGURED: HTTP status 401");
        assertThat(Axe.complaints(browser)).isEmpty();
        browser.screen().pictures("backends");
        assertThat(browser.complaints()).isEmpty();
    }

    private boolean isAtRest(String backend) {
        browser.go("/backends/" + backend + "/");
        return browser.words("main").contains("None") && browser.findAll(".notice-bad").isEmpty();
    }

    private static Answer assertRefused(int status, String path, String login) {
        var answer = Server.get(path, "Authorization", login);
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body().strip()).isEqualTo("this call is not known to be the gateway's");
        return answer;
    }

    private static String check() {
        var login = Server.ADMINISTRATOR + ":" + Server.PASSWORD;
        return Server.get(
                        "/command/check",
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(login.getBytes(UTF_8)))
                .body();
    }
}
