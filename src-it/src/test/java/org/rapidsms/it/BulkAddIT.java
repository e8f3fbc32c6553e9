package org.rapidsms.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openqa.selenium.support.ui.ExpectedConditions.presenceOfElementLocated;
import static org.openqa.selenium.support.ui.ExpectedConditions.textToBePresentInElementLocated;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/** Contacts by the file: looked at, added while nobody waits, and taken away again. */
@OnServer
@Needs({Browser.CHROMIUM, Browser.CHROMEDRIVER})
class BulkAddIT {

    private final Browser browser = Browser.open();
    private final RegistrationPage registration = new RegistrationPage(browser);

    @BeforeEach
    void logIn() {
        browser.logIn();
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void aFaultyFileIsExplainedAndNothingOfItIsStored(@TempDir Path folder) throws IOException {
        registration.add("Cleo", "4200");
        registration.awaitNotice("Added contact");
        upload(
                folder,
                "Bulk One,http,4201\nBulk Two,nowhere,4202\nbad\nBulk Three,http-eager,4200\n");

        browser.await(presenceOfElementLocated(By.id("preview")));

        assertThat(browser.allWords("tbody tr"))
                .hasSize(3)
                .anyMatch(row -> row.startsWith("2") && row.contains("no backend “nowhere”"))
                .anyMatch(row -> row.startsWith("3") && row.contains("There is one field"))
                .anyMatch(row -> row.startsWith("4") && row.contains("belongs to Cleo already"));
        assertThat(browser.findAll("#add")).isEmpty();
        browser.screen().pictures("bulk-faulty");
        browser.click("#all-lines");
        browser.await(page -> browser.allWords("tbody tr").size() == 4);
        registration.search("Bulk");
        assertThat(browser.findAll("tbody")).isEmpty();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aFileIsLookedAtAndThenAdded(@TempDir Path folder) throws IOException {
        upload(
                folder,
                "\uFEFFname;backend;identity;language\r\n\"Many; One\";http;4211;fr\r\n\r\nMañy Two;http;4212;\r\n");
        browser.await(presenceOfElementLocated(By.id("add")));
        assertThat(browser.words("main")).contains("UTF-8, semicolons", "2 right");
        assertThat(browser.value("#add")).isEqualTo("Add 2 contacts");
        browser.screen().pictures("bulk-right");
        registration.search("421");
        assertThat(browser.findAll("tbody")).isEmpty();

        upload(folder, "Many One,http,4211,fr\nMañy Two,http,4212");
        browser.await(presenceOfElementLocated(By.id("add")));
        browser.doubleClick("#add");

        registration.awaitNotice("Added 2 contacts");
        browser.await(presenceOfElementLocated(By.id("look")));
        registration.search("421");
        assertThat(browser.allWords("tbody a")).containsExactly("Many One", "Mañy Two");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aFileOfNobodyIsSaidToBeSo(@TempDir Path folder) throws IOException {
        upload(folder, "\n\n");
        browser.await(presenceOfElementLocated(By.cssSelector(".field-error")));
        assertThat(browser.words(".field-error")).startsWith("No contacts found in file");

        browser.go("/registration/contact/bulk_add/");
        browser.click("#look");
        browser.await(presenceOfElementLocated(By.cssSelector(".field-error")));
        assertThat(browser.words(".field-error")).startsWith("Choose a file first");
    }

    @Test
    void aFileOfManyThousandsIsAddedWhileNobodyWaits(@TempDir Path folder) throws IOException {
        int count = Integer.getInteger("it.contacts", 20_000);
        upload(folder, many("Mass", count));
        awaitProgressOr("add");
        browser.screen().pictures("bulk-checking");
        browser.go("/registration/");
        browser.go("/registration/contact/bulk_add/");
        browser.await(presenceOfElementLocated(By.id("add")), Duration.ofMinutes(5));
        assertThat(browser.allWords("tbody tr")).hasSize(50);
        browser.click(".pager a");
        browser.await(
                page ->
                        browser.path().contains("before=")
                                && !browser.findAll("tbody tr").isEmpty());
        assertThat(browser.words("tbody td")).isEqualTo("51");
        browser.click("#add");
        awaitProgressOr("look");
        browser.screen().pictures("bulk-storing");

        browser.await(
                textToBePresentInElementLocated(
                        By.cssSelector(".notice"), "Added %,d contacts".formatted(count)),
                Duration.ofMinutes(5));
        registration.search("mass " + word(count - 1));
        assertThat(browser.allWords("tbody a")).containsExactly("Mass " + word(count - 1));
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aFileMayHaveManyMegabytes(@TempDir Path folder) throws IOException {
        var line = "x".repeat(600_000) + ",http,4301\n";
        upload(folder, line.repeat(16));
        browser.await(presenceOfElementLocated(By.id("preview")));
        assertThat(browser.allWords("tbody tr"))
                .hasSize(16)
                .allMatch(row -> row.contains("more than 100"));
        browser.click("#forget");
        browser.await(page -> browser.findAll("#preview").isEmpty());

        try (var file = new RandomAccessFile(folder.resolve("large.csv").toFile(), "rw")) {
            file.setLength(10_000_001);
        }
        browser.find("#csv").sendKeys(folder.resolve("large.csv").toString());
        assertThat(browser.find("#csv").getDomProperty("validationMessage"))
                .isEqualTo("The file is larger than 10 MB. Split it and add its parts.");
    }

    /** As from a browser whose scripts do not keep it from being sent. */
    @Test
    void aFileThatIsTooLargeIsRefusedByItsPage(@TempDir Path folder) throws IOException {
        try (var file = new RandomAccessFile(folder.resolve("large.csv").toFile(), "rw")) {
            file.setLength(12_000_000);
        }
        browser.go("/registration/contact/bulk_add/");
        browser.driver().executeScript("document.getElementById('csv').dataset.most = '1e9'");
        browser.find("#csv").sendKeys(folder.resolve("large.csv").toString());
        browser.click("#look");

        browser.awaitWords(
                ".field-error", "The file is larger than 10 MB. Split it and add its parts.");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void ofTwoFilesAtOnceTheSecondIsToldWhomTheFirstHasAdded(@TempDir Path folder)
            throws IOException {
        int count = 10_000;
        var lines = new ArrayList<>(many("Rival", count).lines().toList());
        upload(folder, String.join("\n", lines));
        Collections.reverse(lines);
        try (var clerk = Browser.open()) {
            clerk.logIn(Server.clerk(), Server.PASSWORD);
            upload(clerk, folder, String.join("\n", lines));
            browser.await(presenceOfElementLocated(By.id("add")), Duration.ofMinutes(5));
            clerk.await(presenceOfElementLocated(By.id("add")), Duration.ofMinutes(5));

            browser.click("#add");
            awaitProgressOr("look");
            clerk.click("#add");

            var preview = By.cssSelector("tbody");
            var taken = "belongs to Rival " + word(count - 1) + " already";
            clerk.await(textToBePresentInElementLocated(preview, taken), Duration.ofMinutes(5));
            assertThat(clerk.findAll("#add")).isEmpty();
        }
        browser.awaitWords(".notice", "Added %,d contacts".formatted(count));
    }

    @Test
    void whoStopsAFileHasStoredNothingOfIt(@TempDir Path folder) throws IOException {
        upload(folder, many("Stopped", 50_000));
        // However fast the server is: there is a button to stop it, or to forget what it has read.
        browser.click("#stop, #forget");
        browser.await(page -> browser.findAll("#stop, #forget, #progress").isEmpty());

        assertThat(browser.findAll("#look")).hasSize(1);
        registration.search("Stopped");
        assertThat(browser.findAll("tbody")).isEmpty();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aFileMayNameFieldsAndIsToldWhatIsWrongWithThem(@TempDir Path folder) throws IOException {
        upload(folder, "identity;backend;Village;date of birth;vilage\n4711;http;Lira;2020-01-01;");
        browser.await(presenceOfElementLocated(By.cssSelector(".field-error")));
        assertThat(browser.words(".field-error")).contains("“vilage”", "village, born, job");

        upload(
                folder,
                "identity;backend;Village;date of birth\n4711;http;Nowhere;2020-01-01\n4712;http;Lira;soon\n");
        browser.await(presenceOfElementLocated(By.id("preview")));
        assertThat(browser.allWords("tbody tr"))
                .hasSize(2)
                .anyMatch(row -> row.contains("Village: There is no village of this name."))
                .anyMatch(row -> row.contains("Date of birth: This is no date"));

        upload(folder, "identity;backend;Village;date of birth\n4711;http;Lira-4711;2020-01-01\n");
        browser.await(presenceOfElementLocated(By.id("add")));
        browser.click("#add");
        registration.awaitNotice("Added 1 contact");
        registration.search("lira-4711");
        assertThat(browser.words("tbody")).contains("4711 http", "Lira-4711", "Jan 1, 2020");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void exportedContactsAreImportedAgain(@TempDir Path folder) throws IOException {
        var lines =
                """
                contact,name,backend,identity,language,village,born,job
                1,'=Round Trip,http,4801,pt-BR,"Gulu, 4801",2020-02-29,nurse
                1,'=Round Trip,http-eager,4801,pt-BR,"Gulu, 4801",2020-02-29,nurse
                2,Round Älf,http,4802,,'@home 4801,,
                """;
        upload(folder, lines);
        browser.await(presenceOfElementLocated(By.id("add")));
        browser.click("#add");
        registration.awaitNotice("Added 2 contacts");
        registration.search("4801");

        var table = browser.fetch(browser.find("#export").getAttribute("href"));

        assertThat(table).startsWith("text/csv;charset=UTF-8 \uFEFFcontact,name,backend,");
        var exported = table.substring(table.indexOf("contact,"));
        var renumbered = exported.replace(",480", ",481").replace("\r\n", "\n");
        assertThat(withoutNumbers(exported)).isEqualTo(withoutNumbers(lines));
        upload(folder, renumbered);
        browser.await(presenceOfElementLocated(By.id("add")));
        browser.click("#add");
        registration.awaitNotice("Added 2 contacts");
        registration.search("481");
        assertThat(withoutNumbers(browser.fetch(browser.find("#export").getAttribute("href"))))
                .contains(withoutNumbers(renumbered));
        assertThat(browser.complaints()).isEmpty();
    }

    /** However fast the server is: it is seen at work, or to be done. */
    private void awaitProgressOr(String id) {
        browser.await(
                presenceOfElementLocated(
                        By.cssSelector("progress[value]:not([value='0']), #" + id)));
    }

    /** The number of a contact is another each time. */
    private static String withoutNumbers(String table) {
        return table.replace("\r\n", "\n").replaceAll("(?m)^[0-9]+,", "N,");
    }

    private static String many(String name, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "%s %s,http,%s-%s".formatted(name, word(i), name, word(i)))
                .collect(Collectors.joining("\n"));
    }

    /** A number in letters, so that who searches for digits finds none of many. */
    private static String word(int number) {
        var digits = String.valueOf(number).chars().map(digit -> digit - '0' + 'a');
        return digits.mapToObj(Character::toString).collect(Collectors.joining());
    }

    private void upload(Path folder, String text) throws IOException {
        upload(browser, folder, text);
    }

    private static void upload(Browser browser, Path folder, String text) throws IOException {
        var file = Files.writeString(folder.resolve("people.csv"), text);
        browser.go("/registration/contact/bulk_add/");
        browser.find("#csv").sendKeys(file.toString());
        browser.click("#look");
    }
}
