package org.rapidsms.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openqa.selenium.support.ui.ExpectedConditions.attributeToBe;
import static org.openqa.selenium.support.ui.ExpectedConditions.presenceOfElementLocated;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;

/** The console speaks the language of whoever reads it. */
@OnServer
class LanguageIT {

    private static final String LOGIN = "/accounts/login/";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fr                     | fr | ltr | Se connecter",
                "fr-CM, en              | fr | ltr | Se connecter",
                "de, ar-SD;q=0.8        | ar | rtl | تسجيل الدخول",
                "en;q=0.5, ar;q=0.9     | ar | rtl | تسجيل الدخول",
                "en-GB, fr;q=0.9        | en | ltr | Log in",
                "de                     | en | ltr | Log in",
                "nonsense;;q=           | en | ltr | Log in"
            })
    void aBrowserSaysWhatItsReaderSpeaks(
            String wanted, String language, String direction, String words) {
        var page = Visitor.anonymous().with("Accept-Language", wanted).get(LOGIN).body();

        assertThat(page).contains("lang=\"" + language + "\" dir=\"" + direction + "\"", words);
    }

    @Test
    void whatIsChosenCountsMoreThanTheBrowserAndStays() {
        var reader = Visitor.anonymous().with("Accept-Language", "en");

        var answer =
                reader.post(
                        "/accounts/language/", Map.of("language", "ar", "next", "/messagelog/"));

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.headers().get("Location")).endsWith("/messagelog/");
        assertThat(answer.headers().get("Set-Cookie"))
                .contains("language=ar", "Max-Age=31536000", "HttpOnly", "SameSite=Lax");
        assertThat(reader.get(LOGIN).body()).contains("lang=\"ar\"");
    }

    @ParameterizedTest
    @CsvSource({"de, /", "fr, https://evil.example/", "fr, //evil.example/"})
    void nobodyIsLedAstray(String language, String next) {
        var reader = Visitor.anonymous();

        var answer = reader.post("/accounts/language/", Map.of("language", language, "next", next));

        assertThat(answer.headers().get("Location")).matches("http://127\\.0\\.0\\.1:\\d+/");
    }

    @Test
    void aFileHasItsHeadingsInTheReadersLanguage() {
        var reader = Visitor.loggedIn(Server.ADMINISTRATOR, Server.PASSWORD);
        reader.with("Accept-Language", "fr");

        assertThat(reader.get("/messagelog/export.csv").body())
                .startsWith("\uFEFFHeure,Sens,Contact,Numéro de téléphone,Backend,Message,État,");
    }

    /** It has a bundle of its own, in English and French. */
    @ParameterizedTest
    @CsvSource({"en, Clinics", "fr, Centres de santé", "ar, Clinics"})
    void aPageOfAStrangerSpeaksItToo(String language, String words) {
        var reader = Visitor.loggedIn(Server.ADMINISTRATOR, Server.PASSWORD);
        reader.with("Accept-Language", language);

        assertThat(reader.get("/clinics.xhtml").body())
                .contains("<h1>" + words + "</h1>", "<span class=\"long\">" + words + "</span>");
    }

    /** What Faces says by itself, when a page says nothing better. */
    @ParameterizedTest
    @CsvSource({"fr, Vous devez indiquer une valeur", "ar, هذا الحقل مطلوب"})
    void facesSpeaksItToo(String language, String words) {
        var reader = Visitor.loggedIn(Server.ADMINISTRATOR, Server.PASSWORD);
        reader.with("Accept-Language", language);
        var fields = reader.hiddenFields("/clinics.xhtml");
        fields.put("code", "");
        fields.put("open", "Open");

        assertThat(reader.post("/clinics.xhtml", fields).body()).contains(words);
    }

    /** What the widgets of PrimeFaces say by themselves. */
    @Test
    @Needs({Browser.CHROMIUM, Browser.CHROMEDRIVER})
    void widgetsSpeakItToo() {
        try (var browser = Browser.open()) {
            browser.go(LOGIN);
            browser.driver().manage().addCookie(new Cookie("language", "ar"));
            browser.logIn();
            browser.go("/messaging/");

            assertThat(browser.driver().executeScript("return PrimeFaces.getAriaLabel('close')"))
                    .isEqualTo("إغلاق");
        }
    }

    @Test
    @Needs({Browser.CHROMIUM, Browser.CHROMEDRIVER})
    void theMenuOfTheAccountSwitchesAndComesBack() {
        try (var browser = Browser.open()) {
            browser.go(LOGIN);
            browser.click("button[value=fr]");
            browser.await(attributeToBe(By.tagName("html"), "lang", "fr"));
            browser.logIn();
            browser.go("/registration/?q=nobody&sort=newest");

            browser.click("header summary");
            browser.click("header button[value=ar]");

            browser.await(presenceOfElementLocated(By.cssSelector("html[dir=rtl]")));
            assertThat(browser.path()).isEqualTo("/registration/?q=nobody&sort=newest");
            assertThat(browser.find("header button[value=ar]").getDomAttribute("aria-current"))
                    .isEqualTo("true");
            assertThat(browser.complaints()).isEmpty();
        }
    }
}
