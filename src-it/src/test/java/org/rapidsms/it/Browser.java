package org.rapidsms.it;

import static org.openqa.selenium.support.ui.ExpectedConditions.textToBePresentInElementLocated;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
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

    /** The sizes of screen that pages are looked at in. */
    enum Size {
        DESKTOP(1440, 900),
        TABLET(820, 1180),
        PHONE(360, 740);

        private final int width;
        private final int height;

        Size(int width, int height) {
            this.width = width;
            this.height = height;
        }
    }

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    static Browser open(Size size) {
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
        browser.resize(size);
        return browser;
    }

    /** For what this class has no words for. */
    ChromeDriver driver() {
        return driver;
    }

    void resize(Size size) {
        // The size of what is shown; a window's size counts its frame.
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of(
                        "width",
                        size.width,
                        "height",
                        size.height,
                        "deviceScaleFactor",
                        1,
                        "mobile",
                        size == Size.PHONE));
    }

    void go(String path) {
        driver.get(Server.address(path).toString());
    }

    /** Goes to the log-in page and sends its form; what comes of it is the caller's to await. */
    void logIn(String username, String password) {
        go("/accounts/login/");
        fill("username", username);
        fill("password", password);
        driver.findElement(By.id("submit")).click();
    }

    private void fill(String field, String value) {
        driver.findElement(By.id(field)).sendKeys(value);
    }

    /** The path and query of the page that is shown. */
    String path() {
        var address = URI.create(driver.getCurrentUrl());
        return address.getRawQuery() == null
                ? address.getPath()
                : address.getPath() + "?" + address.getRawQuery();
    }

    /** The first element of the page that a CSS selector finds. */
    WebElement find(String css) {
        return driver.findElement(By.cssSelector(css));
    }

    /** Clicks what may be hidden by the bars at the edges of a small screen. */
    void clickInSight(WebElement element) {
        driver.executeScript("arguments[0].scrollIntoView({block: 'center'})", element);
        element.click();
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

    void theme(String theme) {
        driver.executeScript("document.documentElement.dataset.theme = arguments[0]", theme);
    }

    boolean isTooWide() {
        return (Boolean)
                driver.executeScript(
                        "return document.documentElement.scrollWidth > window.innerWidth");
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

    /** Saves what is shown as {@code target/screenshots/NAME.png}. */
    void screenshot(String name) {
        try {
            var folder = Path.of(System.getProperty("it.target"), "screenshots");
            Files.createDirectories(folder);
            Files.write(folder.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}
