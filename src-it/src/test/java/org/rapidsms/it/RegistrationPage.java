package org.rapidsms.it;

import static org.openqa.selenium.support.ui.ExpectedConditions.presenceOfElementLocated;

import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.support.ui.Select;

/** The list of contacts and the form of one, as somebody uses them. */
final class RegistrationPage {

    private final Browser browser;

    RegistrationPage(Browser browser) {
        this.browser = browser;
    }

    void openForm() {
        browser.go("/registration/contact/add/");
    }

    /** Fills in the form of somebody new and sends it. */
    void add(String name, String identity) {
        openForm();
        type("name", name);
        type("language", "pt-br");
        connection(0, "http-eager", identity);
        browser.click("#save");
    }

    void addQuickly(String name, String identity) {
        add(name, identity);
        awaitNotice("Added contact");
    }

    /** Fills in one row of connections. */
    void connection(int row, String backend, String identity) {
        var prefix = "phones:%d:".formatted(row);
        choose(prefix + "backend", backend);
        type(prefix + "identity", identity);
    }

    void choose(String id, String words) {
        new Select(browser.find(byId(id))).selectByVisibleText(words);
    }

    void type(String id, String text) {
        browser.type(byId(id), text);
    }

    String value(String id) {
        return browser.value(byId(id));
    }

    /** Goes to the list of those who match. */
    void search(String part) {
        browser.go("/registration/");
        browser.type("#q", part + Keys.ENTER);
        browser.await(page -> browser.path().contains("q="));
    }

    /** Goes to the form of the first who matches. */
    void open(String name) {
        search(name);
        browser.click("tbody a");
        browser.await(presenceOfElementLocated(By.id("delete-title")));
    }

    void awaitNotice(String words) {
        browser.awaitWords(".notice", words);
    }

    /** Ids of Faces have colons, which would mean something else behind a hash. */
    private static String byId(String id) {
        return "[id='%s']".formatted(id);
    }
}
