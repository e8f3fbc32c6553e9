package org.rapidsms.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;

/** What a browser shows its pages on. */
final class Screen {

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

    Screen(ChromeDriver driver) {
        this.driver = driver;
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

    void theme(String theme) {
        driver.executeScript("document.documentElement.dataset.theme = arguments[0]", theme);
    }

    boolean isTooSmall() {
        return (Boolean)
                driver.executeScript(
                        "return document.documentElement.scrollWidth > window.innerWidth");
    }

    /**
     * Pictures of what LooksIT does not come by, at both ends of the range of screens, light and
     * dark; nothing may be wider than these.
     */
    void pictures(String name) {
        for (var size : List.of(Size.PHONE, Size.DESKTOP)) {
            resize(size);
            for (var theme : List.of("light", "dark")) {
                theme(theme);
                picture("%s-%s-%s".formatted(name, size.name().toLowerCase(Locale.ROOT), theme));
            }
            assertThat(isTooSmall()).as("%s is wider than a %s", name, size).isFalse();
        }
    }

    /** Saves what is shown as {@code target/screenshots/NAME.png}. */
    void picture(String name) {
        try {
            var folder = Path.of(System.getProperty("it.target"), "screenshots");
            Files.createDirectories(folder);
            Files.write(folder.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
