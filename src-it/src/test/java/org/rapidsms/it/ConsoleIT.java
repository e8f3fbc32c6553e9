package org.rapidsms.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/** The pages behind the door, used as people use them. */
@OnServer
@Needs({Browser.CHROMIUM, Browser.CHROMEDRIVER})
class ConsoleIT {

    private final Browser browser = Browser.open();
    private final TesterPage tester = new TesterPage(browser);

    @BeforeEach
    void logIn() {
        browser.logIn();
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void thePageThatWasWantedFollowsTheLogin() {
        browser.click("header summary");
        browser.click("header form button");
        browser.await(page -> browser.path().equals("/accounts/login/"));
        browser.go("/messagelog/?before=3");

        browser.type("#username", Server.ADMINISTRATOR);
        browser.type("#password", Server.PASSWORD + Keys.ENTER);

        browser.await(page -> browser.path().equals("/messagelog/?before=3"));
    }

    @Test
    void aPasswordIsChangedByWhoeverKnowsIt() {
        changePassword("wrong", "another one 1", "another one 1");
        browser.awaitWords(".field-error", "This is not your password");
        changePassword(Server.PASSWORD, "another one 1", "another one 2");
        browser.awaitWords(".field-error", "not the same");
        changePassword(Server.PASSWORD, "short", "short");
        browser.awaitWords(".field-error", "at least 8 characters");
        changePassword(Server.PASSWORD, "another one 1", "another one 1");
        browser.awaitWords(".notice", "Password changed");

        changePassword("another one 1", Server.PASSWORD, Server.PASSWORD);
        browser.awaitWords(".notice", "Password changed");
        assertThat(browser.complaints()).isEmpty();
    }

    private void changePassword(String current, String chosen, String repeated) {
        browser.go("/accounts/password/");
        browser.type("#currentPassword", current);
        browser.type("#newPassword", chosen);
        browser.type("#repeatPassword", repeated);
        browser.click("#save");
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
                    return browser.allWords("tbody tr").stream()
                            .filter(row -> row.contains(phone) && row.contains(text))
                            .anyMatch(row -> row.contains(state));
                });
    }

    @Test
    void theMessageLogShowsWhatCameAndWhatLeft() {
        tester.open("1010").write("1010", "echo logged").awaitSaid("1010", "logged");

        browser.go("/messagelog/");

        var rows = browser.words("tbody");
        assertThat(rows).contains("echo logged", "Handled", "Sent", "message_tester", "1010");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void wordsOfStrangersStayWords() {
        var evil = "<img src=x onerror=alert(1)>#{7*7}${7*7}</bdi><script>alert(2)</script>";
        tester.open("1011").write("1011", "echo " + evil).awaitSaid("1011", evil);

        for (var page : List.of("/", "/messagelog/", "/httptester/1011/")) {
            browser.go(page);
            assertThat(browser.words("main")).contains(evil);
        }
        assertThat(browser.complaints()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nosuch/", "/httptester/12x/", "/httptester/1/2x/"})
    void whatIsNotThereIsSaidInTheFrame(String path) {
        browser.go(path);

        assertThat(browser.words("h1")).isEqualTo("Not found");
        assertThat(browser.find("header .brand").isDisplayed()).isTrue();
    }
}
