package org.rapidsms.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openqa.selenium.support.ui.ExpectedConditions.presenceOfElementLocated;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** The door of the console. */
@OnServer
@Needs({Browser.CHROMIUM, Browser.CHROMEDRIVER})
class LoginIT {

    @Test
    void aStrangerWhoWantsAPageMeetsTheDoor() {
        try (var browser = Browser.open()) {
            browser.go("/messagelog/");

            assertThat(browser.path()).isEqualTo("/accounts/login/?next=%2Fmessagelog%2F");
        }
    }

    @Test
    void theAdministratorOfTheSettingsGetsIn() {
        try (var browser = Browser.open()) {
            browser.logIn();
        }
    }

    @Test
    void aWrongPasswordDoesNotOpen() {
        try (var browser = Browser.open()) {
            browser.tryToLogIn(Server.ADMINISTRATOR, "not " + Server.PASSWORD);

            browser.await(presenceOfElementLocated(By.cssSelector(".notice")));
            browser.go("/");

            assertThat(browser.path()).isEqualTo("/accounts/login/?next=%2F");
        }
    }
}
