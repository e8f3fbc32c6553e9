package org.rapidsms.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openqa.selenium.support.ui.ExpectedConditions.visibilityOfElementLocated;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** The first quarter of an hour of somebody who has read the README and nothing else. */
@OnServer
@Needs({Browser.CHROMIUM, Browser.CHROMEDRIVER})
class NewcomerIT {

    private static final String PHONE = "256772991001";
    private static final By SUGGESTION =
            By.cssSelector(".ui-state-highlight[data-item-label*='" + PHONE + "']");

    @Test
    void registersByTextFindsWritesAndSeesBoth() {
        try (var browser = Browser.open()) {
            browser.logIn();

            var tester = new TesterPage(browser);
            tester.open(PHONE)
                    .write(PHONE, "join Grace Newcomer")
                    .awaitSaid(PHONE, "Thank you for registering, Grace Newcomer!");

            browser.go("/registration/?q=newcomer");
            assertThat(browser.words("table")).contains("Grace Newcomer", PHONE);

            browser.go("/messaging/");
            browser.find("#recipients_input").sendKeys("grace newcomer");
            browser.await(visibilityOfElementLocated(SUGGESTION));
            browser.find("#recipients_input").sendKeys(Keys.ENTER);
            browser.await(visibilityOfElementLocated(By.cssSelector(".ui-autocomplete-token")));
            browser.find("#text").sendKeys("Welcome, Grace");
            browser.click("#send");
            browser.awaitWords("#progress .pill", "Sent");

            browser.go("/messagelog/?who=newcomer");
            assertThat(browser.words("table"))
                    .contains("join Grace Newcomer", "Thank you for registering", "Welcome, Grace");
            tester.open(PHONE).awaitSaid(PHONE, "Welcome, Grace");
            assertThat(browser.complaints()).isEmpty();
        }
    }
}
