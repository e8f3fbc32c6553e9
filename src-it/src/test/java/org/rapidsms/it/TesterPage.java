package org.rapidsms.it;

import static org.openqa.selenium.support.ui.ExpectedConditions.stalenessOf;

import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The message tester's page, as somebody uses it. */
final class TesterPage {

    private final Browser browser;

    TesterPage(Browser browser) {
        this.browser = browser;
    }

    /** Goes to the page of these phones. */
    TesterPage open(String... phones) {
        browser.go("/httptester/" + String.join("/", phones) + "/");
        return this;
    }

    /** Writes as a phone and awaits the page that comes then. */
    TesterPage write(String phone, String text) {
        var box = box(phone);
        box.sendKeys(text + Keys.ENTER);
        // The page before may have a notice of the same words.
        browser.await(stalenessOf(box));
        awaitNotice("Sent message");
        return this;
    }

    WebElement box(String phone) {
        return find(phone, "textarea");
    }

    void click(String phone, String button) {
        browser.click(within(phone, "[id$=':" + button + "']"));
    }

    /** What stands in the part of one phone. */
    WebElement find(String phone, String css) {
        return browser.find(within(phone, css));
    }

    /** A selector of what stands in the part of one phone. */
    static String within(String phone, String css) {
        return "[data-phone='" + phone + "'] " + css;
    }

    TesterPage awaitSaid(String phone, String text) {
        browser.await(page -> !said(phone, text).isEmpty());
        return this;
    }

    List<WebElement> said(String phone, String text) {
        return browser.driver()
                .findElements(
                        By.xpath(
                                "//*[@data-phone='%s']//p/bdi[.='%s' and not(@class)]"
                                        .formatted(phone, text)));
    }

    /** All that is said of the newest text in a conversation. */
    String newest(String phone) {
        return browser.words(within(phone, ".bubble"));
    }

    void awaitNotice(String words) {
        browser.awaitWords(".notice", words);
    }

    void awaitError(String words) {
        browser.awaitWords(".field-error", words);
    }
}
