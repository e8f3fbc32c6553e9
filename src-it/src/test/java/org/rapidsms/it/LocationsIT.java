package org.rapidsms.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openqa.selenium.support.ui.ExpectedConditions.presenceOfElementLocated;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

/** Places, as people add them, look at them and write about them. */
@OnServer
@Needs({Browser.CHROMIUM, Browser.CHROMEDRIVER})
class LocationsIT {

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
    void placesLieInPlacesAndAreFound() {
        addAtTop("Uganda", "ug", "Country", "", "");
        browser.find("tbody").findElement(By.linkText("Uganda")).click();
        awaitTitle("Uganda");
        assertThat(browser.find(".empty").getText()).startsWith("Nothing lies in this place yet");
        addHere("Kampala District", "kla", "District", "0,3476", "32.5825");
        awaitTitle("Uganda");
        addHere("Gulu District", "", "district", "2.7746", "32.2990");
        awaitTitle("Uganda");
        assertThat(texts("tbody a")).containsExactly("Gulu District", "Kampala District");
        assertThat(browser.find("tbody").getText()).contains("0.3476, 32.5825", "kla", "District");
        pictures("locations");

        browser.find("tbody").findElement(By.linkText("Kampala District")).click();
        awaitTitle("Kampala District");
        assertThat(texts("#path a")).containsExactly("All places", "Uganda");
        assertThat(browser.find("#facts").getText()).contains("District", "kla", "0.3476, 32.5825");

        browser.go("/locations/");
        browser.find("#q").sendKeys("LA dis" + Keys.ENTER);
        browser.await(page -> browser.path().contains("q="));
        assertThat(texts("tbody a")).containsExactly("Kampala District");
        assertThat(browser.find("tbody").getText()).contains("Uganda");
        browser.go("/locations/?q=nowhere");
        assertThat(browser.find(".empty").getText()).startsWith("No place matches “nowhere”");
        new Select(browser.find("#type")).selectByVisibleText("District");
        browser.find("#q").clear();
        browser.find("#q").sendKeys(Keys.ENTER);
        browser.await(page -> texts("tbody a").contains("Gulu District"));
        assertThat(texts("tbody a")).doesNotContain("Uganda");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aMapShowsThePlacesAndFetchesNothingFromElsewhere() {
        addAtTop("Mapland", "mapland", "Country", "", "");
        open("Mapland");
        addHere("North Town", "north-town", "Town", "2", "32");
        awaitTitle("Mapland");
        addHere("South Town", "south-town", "Town", "-2", "33");
        awaitTitle("Mapland");
        addHere("Unknown Town", "unknown-town", "Town", "", "");
        awaitTitle("Mapland");

        browser.await(page -> browser.findAll("#map .map-place").size() == 2);
        assertThat(texts("#map .map-place")).containsExactly("North Town", "South Town");
        assertThat(browser.find("#map").getAttribute("aria-label")).isNotBlank();
        assertThat(browser.findAll("#map .map-grid")).isNotEmpty();
        assertThat(fetched())
                .isNotEmpty()
                .allMatch(u -> u.startsWith(Server.address("/").toString()));

        pictures("map");
        browser.driver().executeScript("document.documentElement.dir = 'rtl'");
        pictures("map-rtl");
        browser.theme("light");
        browser.driver().executeScript("document.documentElement.dir = 'ltr'");

        var south = browser.findAll("#map .map-place").get(1);
        south.click();
        awaitTitle("South Town");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void whatIsWrongIsSaidAndNothingTypedIsLost() {
        addAtTop("Taken Place", "taken-code", "", "", "");
        browser.go("/locations/add/");
        fill("Wrong Place", "TAKEN-code", "Village", "91", "");
        browser.find("#save").click();
        browser.await(presenceOfElementLocated(By.cssSelector(".field-error")));

        assertThat(texts(".field-error"))
                .hasSize(3)
                .anyMatch(text -> text.startsWith("Enter a valid latitude."))
                .anyMatch(text -> text.startsWith("Enter a valid longitude."))
                .anyMatch(text -> text.contains("belongs to another place already: Taken Place"));
        assertThat(value("name")).isEqualTo("Wrong Place");
        assertThat(value("latitude")).isEqualTo("91");
        assertThat(value("placeType")).isEqualTo("Village");
        pictures("location-invalid");

        type("latitude", "9,1");
        type("longitude", "-33");
        type("placeCode", "free-code" + Keys.ENTER);
        browser.awaitWords(".notice", "Added place");
        assertThat(browser.find("tbody").getText()).contains("9.1, -33");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aPlaceIsMovedButNotBelowItself() {
        addAtTop("Upper", "upper", "", "", "");
        open("Upper");
        addHere("Lower", "lower", "", "", "");
        awaitTitle("Upper");
        browser.find("#edit").click();
        browser.await(presenceOfElementLocated(By.id("delete-title")));
        assertThat(browser.findAll("#delete")).isEmpty();
        choose("parent", "lower");
        browser.find("#save").click();
        browser.await(presenceOfElementLocated(By.cssSelector(".field-error")));
        assertThat(texts(".field-error"))
                .singleElement()
                .asString()
                .startsWith("Upper cannot lie in itself");

        open("Lower");
        browser.find("#edit").click();
        browser.await(presenceOfElementLocated(By.id("delete-title")));
        browser.find("#parent .ui-autocomplete-token-icon").click();
        browser.await(page -> browser.findAll("#parent .ui-autocomplete-token").isEmpty());
        type("name", "Lower no more");
        browser.find("#save").click();
        browser.awaitWords(".notice", "Saved place");
        assertThat(browser.path()).isEqualTo("/locations/");
        assertThat(texts("tbody a")).contains("Lower no more");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aClickOnTheMapFillsTheCoordinates() {
        browser.go("/locations/add/");
        browser.await(presenceOfElementLocated(By.cssSelector("#map .map-grid")));
        browser.find("#map").click();
        browser.await(page -> !value("latitude").isEmpty());
        assertThat(value("latitude")).matches("-?\\d+\\.\\d{6}");
        assertThat(value("longitude")).matches("-?\\d+\\.\\d{6}");
        assertThat(browser.findAll("#map .is-picked")).hasSize(1);
        type("name", "Clicked");
        browser.find("#save").click();
        browser.awaitWords(".notice", "Added place");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aContactBelongsToAPlaceUntilItIsDeleted() {
        addAtTop("Homeland", "homeland", "", "", "");
        browser.go("/registration/contact/add/");
        type("name", "Ann of Homeland");
        choose("location", "homel");
        new Select(browser.driver().findElement(By.id("phones:0:backend")))
                .selectByVisibleText("http-eager");
        type("phones:0:identity", "4401");
        pictures("contact-place");
        browser.find("#save").click();
        browser.awaitWords(".notice", "Added contact");
        browser.go("/registration/?q=4401");
        assertThat(browser.find("tbody").getText()).contains("Homeland");
        browser.find("tbody a").click();
        browser.await(presenceOfElementLocated(By.id("delete-title")));
        assertThat(browser.find("#location .ui-autocomplete-token").getText()).contains("Homeland");

        open("Homeland");
        browser.find("#people").click();
        awaitTitle("People of Homeland");
        assertThat(texts("main .list a")).containsExactly("Ann of Homeland");

        open("Homeland");
        browser.find("#edit").click();
        browser.await(presenceOfElementLocated(By.id("delete-title")));
        pictures("location-edit");
        browser.find("main summary").click();
        browser.find("#delete").click();
        browser.awaitWords(".notice", "Deleted place");
        browser.go("/registration/?q=4401");
        assertThat(browser.find("tbody").getText()).contains("Ann of Homeland");
        assertThat(texts("td[data-label='Place']")).containsExactly("–");
        assertThat(browser.complaints()).isEmpty();
    }

    /** What is left of the text when the place is taken off it is what other apps see. */
    @Test
    void aTextThatEndsWithAPlaceIsCutBeforeIt() {
        addAtTop("Textland", "textland", "", "", "");

        Server.post(
                "/backend/http-eager/", "identity", "4402", "text", "echo report At  TEXTLAND ");
        Server.post("/backend/http-eager/", "identity", "4403", "text", "echo meet me at noon");

        assertThat(FakeGateway.EAGER.textsTo("4402")).containsExactly("report");
        assertThat(FakeGateway.EAGER.textsTo("4403")).containsExactly("meet me at noon");
    }

    @Test
    void pagesAreLeafedThrough() {
        addAtTop("Leafland", "leafland", "", "", "");
        open("Leafland");
        for (int i = 0; i < 27; i++) {
            addHere("Leaf %02d".formatted(i), "leaf-" + i, "", "", "");
            awaitTitle("Leafland");
        }
        assertThat(texts("tbody a")).hasSize(25).first().isEqualTo("Leaf 00");
        browser.find(".pager a").click();
        browser.await(page -> texts("tbody a").equals(List.of("Leaf 25", "Leaf 26")));
        browser.find(".pager a").click();
        browser.await(page -> texts("tbody a").size() == 25);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/locations/987654321/",
                "/locations/987654321/edit/",
                "/locations/987654321/add/",
                "/locations/987654321/people/",
                "/locations/x/",
                "/locations/add/x/"
            })
    void whatIsNotThereIsSaidInTheFrame(String path) {
        browser.go(path);

        assertThat(browser.find("h1").getText()).isEqualTo("Not found");
        assertThat(browser.find("header .brand").isDisplayed()).isTrue();
    }

    private void addAtTop(
            String name, String code, String type, String latitude, String longitude) {
        browser.go("/locations/add/");
        fill(name, code, type, latitude, longitude);
        browser.find("#save").click();
        browser.awaitWords(".notice", "Added place");
    }

    /** From the page of the place in which it is to lie. */
    private void addHere(String name, String code, String type, String latitude, String longitude) {
        browser.find("#add").click();
        browser.await(presenceOfElementLocated(By.id("placeCode")));
        fill(name, code, type, latitude, longitude);
        browser.find("#save").click();
        browser.awaitWords(".notice", "Added place");
    }

    private void open(String name) {
        browser.go("/locations/?q=" + Server.escaped(name));
        browser.find("tbody").findElement(By.linkText(name)).click();
        awaitTitle(name);
    }

    private void fill(String name, String code, String type, String latitude, String longitude) {
        type("name", name);
        type("placeCode", code);
        type("placeType", type);
        type("latitude", latitude);
        type("longitude", longitude);
    }

    /** The first that is suggested. */
    private void choose(String field, String part) {
        browser.find("#" + field + "_input").sendKeys(part);
        var item = By.cssSelector(".ui-autocomplete-panel .ui-autocomplete-item");
        browser.await(
                page -> {
                    var items = page.findElements(item);
                    return items.size() == 1 && items.get(0).isDisplayed();
                });
        browser.driver().findElement(item).click();
        browser.await(page -> !browser.findAll("#" + field + " .ui-autocomplete-token").isEmpty());
    }

    private void type(String id, String text) {
        var field = browser.driver().findElement(By.id(id));
        field.clear();
        field.sendKeys(text);
    }

    private String value(String id) {
        return browser.driver().findElement(By.id(id)).getAttribute("value");
    }

    private List<String> texts(String css) {
        return browser.findAll(css).stream().map(WebElement::getText).toList();
    }

    private void awaitTitle(String title) {
        browser.awaitWords("h1", title);
    }

    /** The addresses of all that the page was made of. */
    @SuppressWarnings("unchecked")
    private List<String> fetched() {
        return (List<String>)
                browser.driver()
                        .executeScript(
                                "return performance.getEntriesByType('resource').map(e => e.name)");
    }

    /** At both ends of the range of screens, light and dark; nothing may be wider than these. */
    private void pictures(String name) {
        for (var size : List.of(Browser.Size.PHONE, Browser.Size.DESKTOP)) {
            browser.resize(size);
            for (var theme : List.of("light", "dark")) {
                browser.theme(theme);
                browser.driver()
                        .executeScript(
                                "var map = document.getElementById('map');"
                                        + "map && map.scrollIntoView({block: 'end'})");
                var screen = size.name().toLowerCase(Locale.ROOT);
                browser.screenshot("%s-%s-%s".formatted(name, screen, theme));
            }
            assertThat(browser.isTooWide()).as(name).isFalse();
        }
    }
}
