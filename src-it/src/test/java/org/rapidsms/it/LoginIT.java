package org.rapidsms.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openqa.selenium.support.ui.ExpectedConditions.presenceOfElementLocated;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.By;

/** The door of the console. */
@OnServer
@Needs({Browser.CHROMIUM, Browser.CHROMEDRIVER})
class LoginIT {

    @ParameterizedTest
    @EnumSource
    void aStrangerWhoWantsAPageMeetsTheDoor(Browser.Size size) {
        try (var browser = Browser.open(size)) {
            browser.go("/messagelog/");

            assertThat(browser.path()).isEqualTo("/accounts/login/?next=%2Fmessagelog%2F");
            browser.screenshot("login-" + size.name().toLowerCase(Locale.ROOT));
        }
    }

    @Test
    void theAdministratorOfTheSettingsGetsIn() {
        try (var browser = Browser.open(Browser.Size.DESKTOP)) {
            browser.logIn(Server.ADMINISTRATOR, Server.PASSWORD);

            browser.await(page -> browser.path().equals("/"));
            browser.screenshot("dashboard");
        }
    }

    @Test
    void aWrongPasswordDoesNotOpen() {
        try (var browser = Browser.open(Browser.Size.DESKTOP)) {
            browser.logIn(Server.ADMINISTRATOR, "not " + Server.PASSWORD);

            browser.await(presenceOfElementLocated(By.cssSelector(".notice")));
            browser.go("/");

            assertThat(browser.path()).isEqualTo("/accounts/login/?next=%2F");
        }
    }
}
