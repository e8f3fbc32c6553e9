package org.rapidsms.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openqa.selenium.support.ui.ExpectedConditions.elementToBeClickable;
import static org.openqa.selenium.support.ui.ExpectedConditions.invisibilityOfElementLocated;
import static org.openqa.selenium.support.ui.ExpectedConditions.presenceOfElementLocated;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.Keys;
import org.rapidsms.it.Screen.Size;

/** Every page, as everybody may meet it: small and large, light and dark, in each language. */
@OnServer
@Needs({Browser.CHROMIUM, Browser.CHROMEDRIVER})
class LooksIT {

    private static final List<String> ERROR_PAGES = List.of("/nosuch/");

    private static Browser browser;

    /** One way to look at a page. */
    private record Look(String language, Size size, String theme) {

        static final List<Look> ALL =
                List.of(
                        new Look("en", Size.DESKTOP, "light"),
                        new Look("en", Size.DESKTOP, "dark"),
                        new Look("en", Size.PHONE, "light"),
                        new Look("fr", Size.PHONE, "light"),
                        new Look("ar", Size.DESKTOP, "light"),
                        new Look("ar", Size.PHONE, "dark"));

        String picture(String page) {
            return "%s-%s-%s-%s"
                    .formatted(page, language, size.name().toLowerCase(Locale.ROOT), theme);
        }
    }

    @BeforeAll
    static void logIn() {
        browser = Browser.open();
        browser.logIn();
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    static Stream<Address> pages() {
        return Address.pages().stream().filter(address -> address != Address.LOG_IN);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyPageIsForEverybody(Address address) {
        assertIsForEverybody(browser, Examples.path(address), address.picture());
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void theLoginIsForEverybody() {
        try (var stranger = Browser.open()) {
            stranger.go(Address.LOG_IN.path());
            assertIsForEverybody(stranger, Address.LOG_IN.path(), "log-in");
            assertThat(stranger.complaints()).isEmpty();
        }
    }

    @Test
    void anErrorIsForEverybody() {
        for (var path : ERROR_PAGES) {
            assertIsForEverybody(browser, path, "error");
        }
        assertThat(browser.complaints()).allMatch(said -> said.contains("404"));
    }

    @Test
    void theMenuIsForEverybody() {
        for (var look : Look.ALL) {
            show(browser, "/", look);
            browser.click("header details summary");
            assertIsForEverybody(browser, look, "menu");
        }
    }

    @Test
    void theChoiceOfRecipientsIsForEverybody() {
        Examples.path(Address.CONTACT);
        for (var look : Look.ALL) {
            show(browser, Address.MESSAGING.path(), look);
            browser.find("#recipients_input").sendKeys(Examples.PHONE);
            browser.await(elementToBeClickable(By.cssSelector(".ui-autocomplete-item")));
            assertIsForEverybody(browser, look, "suggestions");
            browser.click(".ui-autocomplete-item");
            browser.await(presenceOfElementLocated(By.cssSelector(".ui-autocomplete-token")));
            browser.await(invisibilityOfElementLocated(By.cssSelector(".ui-autocomplete-panel")));
            assertIsForEverybody(browser, look, "chosen");
        }
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aComplaintIsForEverybody() {
        for (var look : Look.ALL) {
            show(browser, Address.TESTER.path(), look);
            browser.type("#identity", "x" + Keys.ENTER);
            browser.await(presenceOfElementLocated(By.cssSelector(".field-error")));
            browser.screen().theme(look.theme());
            assertIsForEverybody(browser, look, "complaint");
        }
        assertThat(browser.complaints()).isEmpty();
    }

    private static void assertIsForEverybody(Browser browser, String path, String picture) {
        for (var look : Look.ALL) {
            show(browser, path, look);
            assertIsForEverybody(browser, look, picture);
        }
    }

    private static void show(Browser browser, String path, Look look) {
        browser.screen().resize(look.size());
        browser.driver().manage().addCookie(new Cookie("language", look.language()));
        browser.go(path);
        browser.screen().theme(look.theme());
        assertThat(browser.find("html").getDomAttribute("lang")).isEqualTo(look.language());
    }

    private static void assertIsForEverybody(Browser browser, Look look, String picture) {
        browser.screen().picture(look.picture(picture));
        assertThat(browser.screen().isTooSmall()).as("wider than the screen: %s", look).isFalse();
        assertThat(Axe.complaints(browser)).as("what axe finds: %s", look).isEmpty();
    }
}
