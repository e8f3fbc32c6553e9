package org.rapidsms.it;

import static org.openqa.selenium.support.ui.ExpectedConditions.textToBePresentInElementLocated;

import java.io.File;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.openqa.selenium.By;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A real browser without a window. */
final class Browser implements AutoCloseable {

    static final String CHROMIUM = "/usr/bin/chromium";
    static final String CHROMEDRIVER = "/usr/bin/chromedriver";

    private final ChromeDriver driver;
    private final Screen screen;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
        screen = new Screen(driver);
    }

    static Browser open() {
        var service =
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(new File(CHROMEDRIVER))
                        .usingAnyFreePort()
                        .build();
        var options = new ChromeOptions();
        options.setBinary(CHROMIUM);
        // Chromium's sandbox and its shared memory are not to be had in many containers.
        options.addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage");
        var browser = new Browser(new ChromeDriver(service, options));
        browser.screen().resize(Screen.Size.DESKTOP);
        return browser;
    }

    /** For what this class has no words for. */
    ChromeDriver driver() {
        return driver;
    }

    Screen screen() {
        return screen;
    }

    void go(String path) {
        driver.get(Server.address(path).toString());
    }

    /** Logs in as the administrator of the settings. */
    Browser logIn() {
        return logIn(Server.ADMINISTRATOR, Server.PASSWORD);
    }

    /** Logs in somebody who may, and awaits the first page. */
    Browser logIn(String username, String password) {
        tryToLogIn(username, password);
        await(page -> path().equals("/"));
        return this;
    }

    /** Goes to the log-in page and sends its form; what comes of it is the caller's to await. */
    void tryToLogIn(String username, String password) {
        go("/accounts/login/");
        type("#username", username);
        type("#password", password);
        click("#submit");
    }

    /** The path and query of the page that is shown. */
    String path() {
        var address = URI.create(driver.getCurrentUrl());
        return address.getRawQuery() == null
                ? address.getPath()
                : address.getPath() + "?" + address.getRawQuery();
    }

    /**
     * The first element of the page that a CSS selector finds. Who only reads or clicks it asks for
     * its {@link #words} or has it {@link #click clicked}: a page that was just sent for, or renews
     * itself, may take it away before.
     */
    WebElement find(String css) {
        return driver.findElement(By.cssSelector(css));
    }

    /** What an element says, once it is there. */
    String words(String css) {
        return await(page -> find(css).getText());
    }

    /** What all elements say that there are; none, if there are none. */
    List<String> allWords(String css) {
        return await(page -> findAll(css).stream().map(WebElement::getText).toList());
    }

    /** What is typed or chosen in a field, once it is there. */
    String value(String css) {
        return await(page -> find(css).getDomProperty("value"));
    }

    /** Clicks an element, once it is there. */
    void click(String css) {
        click(By.cssSelector(css));
    }

    /** The same, for what no CSS selector finds. */
    void click(By element) {
        await(
                page -> {
                    page.findElement(element).click();
                    return true;
                });
    }

    /**
     * Clicks faster than any page answers: both in one turn of the page, as the driver's own double
     * click may find the next page.
     */
    void doubleClick(String css) {
        driver.executeScript("arguments[0].click(); arguments[0].click()", find(css));
    }

    /** Types into a field, once it is there, in place of what it held. */
    void type(String css, String text) {
        await(
                page -> {
                    var field = find(css);
                    field.clear();
                    field.sendKeys(text);
                    return true;
                });
    }

    /** Clicks what may be hidden by the bars at the edges of a small screen. */
    void clickInSight(String css) {
        driver.executeScript("arguments[0].scrollIntoView({block: 'center'})", find(css));
        click(css);
    }

    /** All that a CSS selector finds. */
    List<WebElement> findAll(String css) {
        return driver.findElements(By.cssSelector(css));
    }

    /** Waits until an element says something. */
    void awaitWords(String css, String words) {
        await(textToBePresentInElementLocated(By.cssSelector(css), words));
    }

    /** What the browser found wrong with our pages since it was last asked. */
    List<String> complaints() {
        var log = driver.manage().logs().get(LogType.BROWSER);
        return log.getAll().stream().map(LogEntry::getMessage).toList();
    }

    /** Waits until there is something that is neither null nor false. */
    <T> T await(Function<? super WebDriver, T> condition) {
        // Longer than a lost doorbell needs to be rung again.
        return await(condition, Duration.ofSeconds(40));
    }

    /** Waits for what takes long. */
    <T> T await(Function<? super WebDriver, T> condition, Duration most) {
        return new WebDriverWait(driver, most).until(page -> unlessReplaced(condition));
    }

    /** A page that renews itself may take an element away between finding and reading it. */
    private <T> T unlessReplaced(Function<? super WebDriver, T> condition) {
        try {
            return condition.apply(driver);
        } catch (StaleElementReferenceException e) {
            return null;
        } catch (WebDriverException e) {
            // Chromium's other word for a stale element, which Selenium does not know.
            if (e.getMessage().contains("does not belong to the document")) {
                return null;
            }
            throw e;
        }
    }

    /** The type and the text of a file, fetched as who is logged in. */
    String fetch(String address) {
        return (String)
                driver.executeAsyncScript(
                        """
                        var done = arguments[1];
                        fetch(arguments[0]).then(function (answer) {
                            return answer.arrayBuffer().then(function (bytes) {
                                var utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
                                done(answer.headers.get('content-type') + ' ' + utf8.decode(bytes));
                            });
                        });
                        """,
                        address);
    }

    @Override
    public void close() {
        driver.quit();
    }
}
