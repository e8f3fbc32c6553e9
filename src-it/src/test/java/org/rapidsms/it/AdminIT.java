package org.rapidsms.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openqa.selenium.support.ui.ExpectedConditions.presenceOfElementLocated;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.support.ui.Select;

/** The pages of administrators. */
@OnServer
@Needs({Browser.CHROMIUM, Browser.CHROMEDRIVER})
class AdminIT {

    private static final String PASSWORD = "a long enough one";

    private final Browser browser = Browser.open();

    @BeforeEach
    void logIn() {
        browser.logIn();
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @ParameterizedTest
    @CsvSource({
        "backends, Backend names",
        "contacts, Contacts",
        "connections, Connections",
        "messages, Messages",
        "transmissions, Transmissions",
        "delivery-reports, Delivery reports",
        "backend-messages, Database backend",
        "message-log, Message log",
        "users, Users",
        "groups, Groups",
        "villages, Villages"
    })
    void everyModelIsListedAndOpens(String model, String title) {
        browser.go("/admin/");
        browser.click("main a[href$='/admin/%s/']".formatted(model));
        browser.awaitWords("h1", title);

        assertThat(browser.path()).isEqualTo("/admin/%s/".formatted(model));
        if (!model.equals("backends")) {
            browser.find("#q").sendKeys("12345678" + Keys.ENTER);
            browser.awaitWords(".empty", "Nothing matches");
        }
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aUserIsMadeMendedAndRefusedFromTheNextClickOn() {
        browser.go("/admin/");
        add("groups");
        type("name", "nurses");
        save();
        browser.awaitWords(".notice", "Saved “");
        add("users");
        type("username", "jo staff");
        type("password", "short");
        chooseGroup("nurses");
        save();

        browser.awaitWords(".field-error", "This password is too short");
        assertThat(browser.value(field("username"))).isEqualTo("jo staff");
        assertThat(browser.find("fieldset input").isSelected()).isTrue();
        browser.screen().pictures("admin-user-invalid");
        type("password", PASSWORD);
        save();
        browser.awaitWords(".notice", "Saved “");
        browser.screen().pictures("admin-user");
        var user = browser.path();

        try (var other = Browser.open()) {
            other.logIn("jo staff", PASSWORD);
            assertThat(other.findAll("a[href$='/admin/']")).isEmpty();
            for (var path :
                    List.of(
                            "/admin",
                            "/admin/",
                            "/admin.xhtml",
                            "/admin/users/",
                            "/admin/villages/add/",
                            user,
                            user + "edit/")) {
                other.go(path);
                assertThat(other.words("h1")).as(path).isEqualTo("Not allowed");
            }
            for (var path : List.of("/admin.xhtml/users/", "/admin;x=1/users/", "//admin/users/")) {
                other.go(path);
                assertThat(other.findAll("tbody")).as(path).isEmpty();
            }
            browser.go(user + "edit/");
            browser.click(field("active"));
            save();
            browser.awaitWords(".notice", "Saved “");

            other.go("/registration/");
            assertThat(other.path()).startsWith("/accounts/login/");
        }
        delete();
        browser.awaitWords(".notice", "Deleted “");
        browser.go("/admin/groups/");
        browser.click("tbody a");
        browser.await(presenceOfElementLocated(By.id("facts")));
        delete();
        browser.awaitWords(".notice", "Deleted “");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void somebodyOfTheStaffIsRefusedOnceTheyAreNot() {
        addUser("was staff", true);
        var user = browser.path();
        try (var other = Browser.open()) {
            other.logIn("was staff", PASSWORD);
            other.go("/admin/users/");
            assertThat(other.words("h1")).isEqualTo("Users");
            browser.go(user + "edit/");
            browser.click(field("staff"));
            save();
            browser.awaitWords(".notice", "Saved “");

            other.go("/admin/users/");
            assertThat(other.words("h1")).isEqualTo("Not allowed");
            other.go("/registration/");
            assertThat(other.words("h1")).isEqualTo("Registration");
        }
        delete();
        browser.awaitWords(".notice", "Deleted “");
    }

    private void addUser(String name, boolean staff) {
        add("users");
        type("username", name);
        type("password", PASSWORD);
        if (staff) {
            browser.click(field("staff"));
        }
        save();
        browser.awaitWords(".notice", "Saved “");
    }

    @Test
    void nobodyDeletesOrDisarmsThemselves() {
        browser.go("/admin/users/?q=" + Server.ADMINISTRATOR);
        browser.click("tbody a");
        browser.await(presenceOfElementLocated(By.id("facts")));
        var oneself = browser.path();
        delete();
        browser.awaitWords(".notice", "You cannot delete yourself");

        browser.go(oneself + "edit/");
        browser.click(field("staff"));
        save();
        browser.awaitWords(".notice", "nor take your own rights");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aContactIsMadeFoundChangedAndDeletedAndWhatStaysIsSaid() {
        add("contacts");
        type("name", "Zoë Admin");
        type("language", "no language!");
        save();
        browser.awaitWords(".field-error", "This is no language tag");
        assertThat(browser.value(field("name"))).isEqualTo("Zoë Admin");
        type("language", "sw");
        save();
        browser.awaitWords(".notice", "Saved “");
        var contact = browser.path();
        var number = contact.replaceAll("[^0-9]", "");

        add("connections");
        new Select(browser.find(field("backend"))).selectByValue("http");
        type("identity", "60001");
        type("contact", number);
        save();
        browser.awaitWords(".notice", "Saved “");
        add("connections");
        new Select(browser.find(field("backend"))).selectByValue("http");
        type("identity", "60001");
        type("contact", "999999");
        save();
        browser.awaitWords(".field-error", "This connection is there already");

        browser.go("/admin/contacts/?q=zoë");
        assertThat(browser.words("tbody")).contains("Zoë Admin");
        browser.screen().pictures("admin-contacts");
        browser.go(contact + "edit/");
        type("name", "Zoë Changed");
        save();
        browser.awaitWords("h1", "Zoë Changed");
        browser.click("#delete");
        browser.await(presenceOfElementLocated(By.id("confirm")));
        assertThat(browser.words("#companions"))
                .isEqualTo("1 connection stays, and belongs to nobody");
        browser.click("#confirm");
        browser.awaitWords(".notice", "Deleted “");
        browser.go("/admin/connections/?q=60001&backend=http");
        assertThat(browser.words("tbody")).contains("60001");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aDeletedMessageTakesItsTransmissionsAndLeavesTheAnswer() {
        assertThat(Server.post("/backend/http-eager/", "identity", "60002", "text", "echo admin"))
                .extracting(Answer::status)
                .isEqualTo(200);
        browser.go("/admin/messages/?status=INCOMING_RECEIVED");
        browser.click("tbody a");
        browser.awaitWords("h1", "echo admin");
        browser.screen().pictures("admin-message");
        browser.click("#delete");
        browser.await(presenceOfElementLocated(By.id("confirm")));
        assertThat(browser.words("#companions"))
                .isEqualTo("1 transmission is deleted\n1 answer stays, without its question");
        browser.click("#confirm");
        browser.awaitWords(".notice", "Deleted “");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void deliveryReportsAreSeenWithTheirMessageAndAmongAll() {
        Server.post("/backend/http-eager/", "identity", "60005", "text", "ping");
        browser.go("/admin/transmissions/?q=60005&status=SENT");
        browser.screen().pictures("admin-transmissions");
        browser.click("tbody td + td a");
        browser.await(presenceOfElementLocated(By.id("facts")));
        var id = browser.words("dl").replaceAll("(?s).*?([0-9a-f]{32}).*", "$1");
        var report =
                "/backend/kannel-fake-smsc/status/?message_id=%s&status=1&identity=60005&status_text=ACK/%%20there"
                        .formatted(id);
        assertThat(Server.get(report).status()).isEqualTo(200);
        assertThat(Server.get(report).status()).isEqualTo(200);

        browser.go("/messagelog/%s/".formatted(id));
        assertThat(browser.findAll("[aria-labelledby='reports'] tbody tr"))
                .hasSize(2)
                .allSatisfy(
                        row ->
                                assertThat(row.getText())
                                        .contains("60005", "ACK/ there", "Delivered"));
        browser.screen().pictures("message-reports");
        browser.go("/admin/delivery-reports/?q=60005");
        assertThat(browser.findAll("tbody tr")).hasSize(2);
        browser.screen().pictures("admin-delivery-reports");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void theConnectionsOfARenamedBackendMoveAfterAQuestion() {
        Server.post("/backend/http-eager/", "identity", "60003", "text", "known old-name 60004");
        browser.go("/admin/backends/");
        browser.screen().pictures("admin-backends");
        browser.click(By.linkText("old-name"));
        browser.click("#edit");
        browser.await(presenceOfElementLocated(By.id("save")));
        new Select(browser.find(field("backend"))).selectByValue("by-secret");
        save();
        browser.awaitWords(".notice", "1 connection moves");
        browser.screen().pictures("admin-backend-asked");
        save();
        browser.await(page -> browser.path().equals("/admin/backends/"));

        browser.awaitWords(".notice", "Saved “");
        assertThat(browser.words("tbody")).doesNotContain("old-name");
        browser.go("/admin/connections/?q=60004");
        assertThat(browser.words("tbody")).contains("by-secret");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aStrangersModelJoins() {
        add("villages");
        save();
        browser.awaitWords(".field-error", "Fill this in");
        type("name", "Bwindi");
        type("people", "many");
        save();
        browser.awaitWords(".field-error", "This is no number");
        type("people", "340");
        save();
        browser.awaitWords(".notice", "Saved “");
        assertThat(browser.words("dl")).contains("People living there", "340");

        add("villages");
        type("name", "Bwindi");
        save();
        browser.awaitWords(".notice", "The database refused it");
        type("name", "Kabale");
        save();
        browser.awaitWords(".notice", "Saved “");
        browser.go("/admin/villages/?q=Bwi");
        assertThat(browser.findAll("tbody tr")).hasSize(1);
        browser.click("tbody a");
        browser.click("#edit");
        browser.await(presenceOfElementLocated(By.id("save")));
        type("people", "341");
        save();
        browser.awaitWords("dl", "341");
        delete();
        browser.awaitWords(".notice", "Deleted “");
        assertThat(browser.words("tbody")).contains("Kabale").doesNotContain("Bwindi");
        assertThat(browser.complaints()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/admin/nothing/",
        "/admin/messages/add/",
        "/admin/contacts/x/",
        "/admin/contacts/987654321/",
        "/admin/contacts/1/edit/more/",
        "/admin/backends/1/delete/"
    })
    void whatIsNotThereIsSaidInTheFrame(String path) {
        browser.go(path);

        assertThat(browser.words("h1")).isEqualTo("Not found");
    }

    private void add(String model) {
        browser.go("/admin/%s/add/".formatted(model));
    }

    private void save() {
        browser.click("#save");
    }

    private void delete() {
        browser.click("#delete");
        browser.click("#confirm");
    }

    private static String field(String name) {
        return "[data-field='%s']".formatted(name);
    }

    private void type(String name, String text) {
        browser.type(field(name), text);
    }

    private void chooseGroup(String name) {
        browser.click(By.xpath("//label[normalize-space()='" + name + "']"));
    }
}
