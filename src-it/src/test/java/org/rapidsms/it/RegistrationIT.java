package org.rapidsms.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openqa.selenium.support.ui.ExpectedConditions.presenceOfElementLocated;
import static org.openqa.selenium.support.ui.ExpectedConditions.textToBePresentInElementLocated;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.Select;

/** Contacts, registered as people register them. */
@OnServer
@Needs({Browser.CHROMIUM, Browser.CHROMEDRIVER})
class RegistrationIT {

    private static final String ADD = "/registration/contact/add/";

    private final Browser browser = Browser.open(Browser.Size.DESKTOP);

    @BeforeEach
    void logIn() {
        browser.logIn(Server.ADMINISTRATOR, Server.PASSWORD);
        browser.await(page -> browser.path().equals("/"));
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void somebodyIsAddedAndFound() {
        add("Ann Älf", "4001");

        awaitNotice("Added contact");
        assertThat(browser.path()).isEqualTo("/registration/");
        for (var part : List.of("äLF", "400", "HTTP-EAG")) {
            search(part);
            assertThat(find("tbody").getText()).contains("Ann Älf", "4001 http-eager", "pt-BR");
        }
        search("%_");
        assertThat(find(".empty").getText()).startsWith("Nobody matches “%_”");
        assertThat(complaints()).isEmpty();
    }

    @Test
    void whatIsWrongIsSaidAndNothingTypedIsLost() {
        add("Bob Owner", "4002");
        awaitNotice("Added contact");
        browser.go(ADD);
        type("name", "Bob Second");
        type("language", "???");
        connection(0, "http-eager", "4002");
        find("#another").click();
        browser.await(presenceOfElementLocated(By.id("phones:1:identity")));
        connection(1, "http", "4003");
        find("#another").click();
        browser.await(presenceOfElementLocated(By.id("phones:2:identity")));
        connection(2, "http", "4003");
        find("#save").click();

        browser.await(presenceOfElementLocated(By.cssSelector(".phone .field-error")));

        assertThat(texts(".field-error"))
                .hasSize(3)
                .anyMatch(text -> text.startsWith("This is no language tag"))
                .anyMatch(text -> text.startsWith("This connection belongs to Bob Owner"))
                .anyMatch(text -> text.startsWith("This connection is above already"));
        assertThat(value("name")).isEqualTo("Bob Second");
        assertThat(value("phones:2:identity")).isEqualTo("4003");
        pictures("contact-invalid");

        // Mended in place; Enter saves, and removes nothing.
        find("#phones\\:2\\:remove").click();
        browser.await(page -> all("#phones\\:2\\:identity").isEmpty());
        type("phones:0:identity", "4004");
        type("language", "sw" + Keys.ENTER);
        awaitNotice("Added contact");
        search("Bob Second");
        assertThat(find("tbody").getText()).contains("4004 http-eager, 4003 http");
        assertThat(complaints()).isEmpty();
    }

    @Test
    void aNewContactNeedsAConnection() {
        browser.go(ADD);
        type("name", "Nobody at all");
        find("#save").click();

        browser.await(presenceOfElementLocated(By.cssSelector(".phone .field-error")));

        assertThat(find(".phone .field-error").getText()).startsWith("Type a phone number");
        search("Nobody at all");
        assertThat(all("tbody")).isEmpty();
    }

    @Test
    void aDoubleClickAddsOnce() {
        browser.go(ADD);
        type("name", "Twice");
        connection(0, "http-eager", "4005");
        browser.driver().executeScript("arguments[0].click(); arguments[0].click()", find("#save"));
        awaitNotice("Added contact");

        search("Twice");

        assertThat(all("tbody tr")).hasSize(1);
    }

    @Test
    void aContactIsChanged() {
        add("Before", "4006");
        awaitNotice("Added contact");
        open("Before");
        assertThat(browser.path()).matches("/registration/[0-9]+/edit/");
        type("name", "Afterwards");
        type("phones:0:identity", "4567");
        type("language", "wxyz");
        find("#save").click();

        awaitNotice("Saved contact");
        search("Afterwards");
        assertThat(find("tbody").getText()).contains("4567 http-eager", "wxyz");
        assertThat(complaints()).isEmpty();
    }

    @Test
    void aDeletedContactLeavesWhatWasSaid() {
        new TesterPage(browser)
                .open("4007")
                .write("4007", "echo remember")
                .awaitSaid("4007", "remember");
        browser.go(ADD);
        type("name", "Gone Soon");
        connection(0, "message_tester", "4007");
        find("#save").click();
        awaitNotice("Added contact");

        open("Gone Soon");
        pictures("contact-edit");
        find("main summary").click();
        find("#delete").click();

        awaitNotice("Deleted contact");
        search("Gone Soon");
        assertThat(all("tbody")).isEmpty();
        browser.go("/messagelog/");
        assertThat(find("tbody").getText()).contains("echo remember");
        assertThat(complaints()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/registration/987654321/edit/",
                "/registration/27/",
                "/registration/x/edit/",
                "/registration/contact/",
                "/registration/contact/add/x/"
            })
    void whoIsNotThereIsSaidInTheFrame(String path) {
        browser.go(path);

        assertThat(find("h1").getText()).isEqualTo("Not found");
        assertThat(find("header .brand").isDisplayed()).isTrue();
    }

    @Test
    void listsAreLeafedThroughInBothOrders() {
        browser.go(ADD);
        IntStream.range(0, 27).forEach(i -> addQuickly("Leaf %02d".formatted(i), "41" + i));
        search("leaf");
        assertThat(texts("tbody a")).hasSize(25).first().isEqualTo("Leaf 00");
        pictures("contacts");

        find(".pager a").click();
        browser.await(page -> texts("tbody a").equals(List.of("Leaf 25", "Leaf 26")));
        find(".pager a").click();
        browser.await(page -> texts("tbody a").size() == 25);
        find("#by-newest").click();
        browser.await(page -> texts("tbody a").get(0).equals("Leaf 26"));
        assertThat(complaints()).isEmpty();
    }

    @Test
    void aFaultyFileIsExplainedAndNothingOfItIsStored(@TempDir Path folder) throws IOException {
        add("Cleo", "4200");
        awaitNotice("Added contact");
        upload(
                folder,
                "Bulk One,http,4201\nBulk Two,nowhere,4202\nbad\nBulk Three,http-eager,4200\n");

        browser.await(presenceOfElementLocated(By.id("preview")));

        assertThat(texts("tbody tr"))
                .hasSize(3)
                .anyMatch(row -> row.startsWith("2") && row.contains("no backend “nowhere”"))
                .anyMatch(row -> row.startsWith("3") && row.contains("There is one field"))
                .anyMatch(row -> row.startsWith("4") && row.contains("belongs to Cleo already"));
        assertThat(all("#add")).isEmpty();
        pictures("bulk-faulty");
        find("#all-lines").click();
        browser.await(page -> texts("tbody tr").size() == 4);
        search("Bulk");
        assertThat(all("tbody")).isEmpty();
        assertThat(complaints()).isEmpty();
    }

    @Test
    void aFileIsLookedAtAndThenAdded(@TempDir Path folder) throws IOException {
        upload(
                folder,
                "\uFEFFname;backend;identity;language\r\n\"Many; One\";http;4211;fr\r\n\r\nMañy Two;http;4212;\r\n");
        browser.await(presenceOfElementLocated(By.id("add")));
        assertThat(find("main").getText()).contains("UTF-8, semicolons", "2 right");
        assertThat(find("#add").getAttribute("value")).isEqualTo("Add 2 contacts");
        pictures("bulk-right");
        search("421");
        assertThat(all("tbody")).isEmpty();

        upload(folder, "Many One,http,4211,fr\nMañy Two,http,4212");
        browser.await(presenceOfElementLocated(By.id("add")));
        browser.driver().executeScript("arguments[0].click(); arguments[0].click()", find("#add"));

        awaitNotice("Added 2 contacts");
        browser.await(presenceOfElementLocated(By.id("look")));
        search("421");
        assertThat(texts("tbody a")).containsExactly("Many One", "Mañy Two");
        assertThat(complaints()).isEmpty();
    }

    @Test
    void aFileOfNobodyIsSaidToBeSo(@TempDir Path folder) throws IOException {
        upload(folder, "\n\n");
        browser.await(presenceOfElementLocated(By.cssSelector(".field-error")));
        assertThat(find(".field-error").getText()).startsWith("No contacts found in file");

        browser.go("/registration/contact/bulk_add/");
        find("#look").click();
        browser.await(presenceOfElementLocated(By.cssSelector(".field-error")));
        assertThat(find(".field-error").getText()).startsWith("Choose a file first");
    }

    @Test
    void aFileOfManyThousandsIsAddedWhileNobodyWaits(@TempDir Path folder) throws IOException {
        int count = Integer.getInteger("it.contacts", 20_000);
        upload(folder, many("Mass", count));
        awaitProgressOr("add");
        pictures("bulk-checking");
        browser.go("/registration/");
        browser.go("/registration/contact/bulk_add/");
        browser.await(presenceOfElementLocated(By.id("add")), Duration.ofMinutes(5));
        assertThat(texts("tbody tr")).hasSize(50);
        find(".pager a").click();
        browser.await(page -> browser.path().contains("before=") && !all("tbody tr").isEmpty());
        assertThat(find("tbody td").getText()).isEqualTo("51");
        find("#add").click();
        awaitProgressOr("look");
        pictures("bulk-storing");

        browser.await(
                textToBePresentInElementLocated(
                        By.cssSelector(".notice"), "Added %,d contacts".formatted(count)),
                Duration.ofMinutes(5));
        search("mass " + word(count - 1));
        assertThat(texts("tbody a")).containsExactly("Mass " + word(count - 1));
        assertThat(complaints()).isEmpty();
    }

    @Test
    void aFileMayHaveManyMegabytes(@TempDir Path folder) throws IOException {
        var line = "x".repeat(600_000) + ",http,4301\n";
        upload(folder, line.repeat(16));
        browser.await(presenceOfElementLocated(By.id("preview")));
        assertThat(texts("tbody tr")).hasSize(16).allMatch(row -> row.contains("more than 100"));
        find("#forget").click();
        browser.await(page -> all("#preview").isEmpty());

        try (var file = new RandomAccessFile(folder.resolve("large.csv").toFile(), "rw")) {
            file.setLength(10_000_001);
        }
        find("#csv").sendKeys(folder.resolve("large.csv").toString());
        assertThat(find("#csv").getDomProperty("validationMessage"))
                .isEqualTo("The file is larger than 10 MB. Split it and add its parts.");
    }

    @Test
    void whoStopsAFileHasStoredNothingOfIt(@TempDir Path folder) throws IOException {
        upload(folder, many("Stopped", 50_000));
        // However fast the server is: there is a button to stop it, or to forget what it has read.
        browser.await(
                page -> {
                    find("#stop, #forget").click();
                    return true;
                });
        browser.await(page -> all("#stop, #forget, #progress").isEmpty());

        assertThat(all("#look")).hasSize(1);
        search("Stopped");
        assertThat(all("tbody")).isEmpty();
        assertThat(complaints()).isEmpty();
    }

    @Test
    void aFieldOfAStrangersAppIsRefusedEditedAndSearched() {
        browser.go(ADD);
        type("name", "Fay Fields");
        connection(0, "http-eager", "4701");
        type("fields:0:typed", "Nowhere");
        setValue("fields:1:typed", "2020-02-29");
        new Select(browser.driver().findElement(By.id("fields:2:chosen")))
                .selectByVisibleText("Nurse");
        find("#save").click();
        browser.await(presenceOfElementLocated(By.id("about-village")));
        assertThat(texts(".field-error")).containsExactly("There is no village of this name.");
        assertThat(value("fields:1:typed")).isEqualTo("2020-02-29");
        assertThat(value("fields:2:chosen")).isEqualTo("nurse");
        pictures("contact-fields-invalid");

        type("fields:0:typed", "Gulu-4701");
        find("#save").click();
        awaitNotice("Added contact");

        for (var part : List.of("gulu-47", "2020-02-29", "NURSE")) {
            search(part);
            assertThat(find("tbody").getText()).contains("Fay Fields", "Gulu-4701", "Feb 29, 2020");
        }
        assertThat(texts("th")).contains("Village", "Date of birth").doesNotContain("Job");
        pictures("contacts-fields");

        open("Fay Fields");
        assertThat(value("fields:2:chosen")).isEqualTo("nurse");
        type("fields:0:typed", " ");
        find("#save").click();
        awaitNotice("Saved contact");
        search("Gulu-4701");
        assertThat(all("tbody")).isEmpty();
        assertThat(complaints()).isEmpty();
    }

    @Test
    void aFileMayNameFieldsAndIsToldWhatIsWrongWithThem(@TempDir Path folder) throws IOException {
        upload(folder, "identity;backend;Village;date of birth;vilage\n4711;http;Lira;2020-01-01;");
        browser.await(presenceOfElementLocated(By.cssSelector(".field-error")));
        assertThat(find(".field-error").getText()).contains("“vilage”", "village, born, job");

        upload(
                folder,
                "identity;backend;Village;date of birth\n4711;http;Nowhere;2020-01-01\n4712;http;Lira;soon\n");
        browser.await(presenceOfElementLocated(By.id("preview")));
        assertThat(texts("tbody tr"))
                .hasSize(2)
                .anyMatch(row -> row.contains("Village: There is no village of this name."))
                .anyMatch(row -> row.contains("Date of birth: This is no date"));

        upload(folder, "identity;backend;Village;date of birth\n4711;http;Lira-4711;2020-01-01\n");
        browser.await(presenceOfElementLocated(By.id("add")));
        find("#add").click();
        awaitNotice("Added 1 contact");
        search("lira-4711");
        assertThat(find("tbody").getText()).contains("4711 http", "Lira-4711", "Jan 1, 2020");
        assertThat(complaints()).isEmpty();
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
        find("#add").click();
        awaitNotice("Added 2 contacts");
        search("4801");

        var table = browser.fetch(find("#export").getAttribute("href"));

        assertThat(table).startsWith("text/csv;charset=UTF-8 \uFEFFcontact,name,backend,");
        var exported = table.substring(table.indexOf("contact,"));
        var renumbered = exported.replace(",480", ",481").replace("\r\n", "\n");
        assertThat(withoutNumbers(exported)).isEqualTo(withoutNumbers(lines));
        upload(folder, renumbered);
        browser.await(presenceOfElementLocated(By.id("add")));
        find("#add").click();
        awaitNotice("Added 2 contacts");
        search("481");
        assertThat(withoutNumbers(browser.fetch(find("#export").getAttribute("href"))))
                .contains(withoutNumbers(renumbered));
        assertThat(complaints()).isEmpty();
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

    private void setValue(String id, String value) {
        browser.driver()
                .executeScript(
                        "document.getElementById(arguments[0]).value = arguments[1]", id, value);
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
        var file = Files.writeString(folder.resolve("people.csv"), text);
        browser.go("/registration/contact/bulk_add/");
        find("#csv").sendKeys(file.toString());
        find("#look").click();
    }

    private void addQuickly(String name, String identity) {
        add(name, identity);
        awaitNotice("Added contact");
    }

    private void add(String name, String identity) {
        browser.go(ADD);
        type("name", name);
        type("language", "pt-br");
        connection(0, "http-eager", identity);
        find("#save").click();
    }

    private void connection(int row, String backend, String identity) {
        var prefix = "phones:%d:".formatted(row);
        new Select(browser.driver().findElement(By.id(prefix + "backend")))
                .selectByVisibleText(backend);
        type(prefix + "identity", identity);
    }

    private void type(String id, String text) {
        var field = browser.driver().findElement(By.id(id));
        field.clear();
        field.sendKeys(text);
    }

    private void search(String part) {
        browser.go("/registration/");
        find("#q").sendKeys(part + Keys.ENTER);
        browser.await(page -> browser.path().contains("q="));
    }

    private void open(String name) {
        search(name);
        find("tbody a").click();
        browser.await(presenceOfElementLocated(By.id("delete-title")));
    }

    /** At both ends of the range of screens, light and dark; nothing may be wider than these. */
    private void pictures(String name) {
        for (var size : List.of(Browser.Size.PHONE, Browser.Size.DESKTOP)) {
            browser.resize(size);
            for (var theme : List.of("light", "dark")) {
                browser.driver()
                        .executeScript(
                                "document.documentElement.dataset.theme='%s'".formatted(theme));
                var screen = size.name().toLowerCase(Locale.ROOT);
                browser.screenshot("%s-%s-%s".formatted(name, screen, theme));
            }
            assertThat(
                            browser.driver()
                                    .executeScript(
                                            "return document.documentElement.scrollWidth <= window.innerWidth"))
                    .as(name)
                    .isEqualTo(true);
        }
    }

    private WebElement find(String css) {
        return browser.driver().findElement(By.cssSelector(css));
    }

    private List<WebElement> all(String css) {
        return browser.driver().findElements(By.cssSelector(css));
    }

    private List<String> texts(String css) {
        return all(css).stream().map(WebElement::getText).toList();
    }

    private String value(String id) {
        return browser.driver().findElement(By.id(id)).getAttribute("value");
    }

    private void awaitNotice(String words) {
        browser.await(textToBePresentInElementLocated(By.cssSelector(".notice"), words));
    }

    private List<String> complaints() {
        var log = browser.driver().manage().logs().get(LogType.BROWSER);
        return log.getAll().stream().map(LogEntry::getMessage).toList();
    }
}
