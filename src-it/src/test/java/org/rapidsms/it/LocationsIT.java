package org.rapidsms.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openqa.selenium.support.ui.ExpectedConditions.presenceOfElementLocated;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.support.ui.Select;

/** Places, as people add them, look at them and write about them. */
@OnServer
@Needs({Browser.CHROMIUM, Browser.CHROMEDRIVER})
class LocationsIT {

    private final Browser browser = Browser.open();

    @BeforeEach
    void logIn() {
        browser.logIn();
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void placesLieInPlacesAndAreFound() {
        addAtTop("Uganda", "ug", "Country", "", "");
        clickRow("Uganda");
        awaitTitle("Uganda");
        assertThat(browser.words(".empty")).startsWith("Nothing lies in this place yet");
        addHere("Kampala District", "kla", "District", "0,3476", "32.5825");
        awaitTitle("Uganda");
        addHere("Gulu District", "", "district", "2.7746", "32.2990");
        awaitTitle("Uganda");
        assertThat(browser.allWords("tbody a"))
                .containsExactly("Gulu District", "Kampala District");
        assertThat(browser.words("tbody")).contains("0.3476, 32.5825", "kla", "District");
        browser.screen().pictures("locations");

        clickRow("Kampala District");
        awaitTitle("Kampala District");
        assertThat(browser.allWords("#path a")).containsExactly("All places", "Uganda");
        assertThat(browser.words("#facts")).contains("District", "kla", "0.3476, 32.5825");

        browser.go("/locations/");
        browser.type("#q", "LA dis" + Keys.ENTER);
        browser.await(page -> browser.path().contains("q="));
        assertThat(browser.allWords("tbody a")).containsExactly("Kampala District");
        assertThat(browser.words("tbody")).contains("Uganda");
        browser.go("/locations/?q=nowhere");
        assertThat(browser.words(".empty")).startsWith("No place matches “nowhere”");
        new Select(browser.find("#type")).selectByVisibleText("District");
        browser.type("#q", "" + Keys.ENTER);
        browser.await(page -> browser.allWords("tbody a").contains("Gulu District"));
        assertThat(browser.allWords("tbody a")).doesNotContain("Uganda");
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
        assertThat(browser.allWords("#map .map-place")).containsExactly("North Town", "South Town");
        assertThat(browser.find("#map").getAttribute("aria-label")).isNotBlank();
        assertThat(browser.findAll("#map .map-grid")).isNotEmpty();
        assertThat(fetched())
                .isNotEmpty()
                .allMatch(u -> u.startsWith(Server.address("/").toString()));

        browser.driver()
                .executeScript("document.getElementById('map').scrollIntoView({block: 'end'})");
        browser.screen().pictures("map");

        browser.click(By.xpath("(//*[@id='map']//*[contains(@class, 'map-place')])[2]"));
        awaitTitle("South Town");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void whatIsWrongIsSaidAndNothingTypedIsLost() {
        addAtTop("Taken Place", "taken-code", "", "", "");
        browser.go("/locations/add/");
        fill("Wrong Place", "TAKEN-code", "Village", "91", "");
        browser.click("#save");
        browser.await(presenceOfElementLocated(By.cssSelector(".field-error")));

        assertThat(browser.allWords(".field-error"))
                .hasSize(3)
                .anyMatch(text -> text.startsWith("Enter a valid latitude."))
                .anyMatch(text -> text.startsWith("Enter a valid longitude."))
                .anyMatch(text -> text.contains("belongs to another place already: Taken Place"));
        assertThat(browser.value("#name")).isEqualTo("Wrong Place");
        assertThat(browser.value("#latitude")).isEqualTo("91");
        assertThat(browser.value("#placeType")).isEqualTo("Village");
        browser.screen().pictures("location-invalid");

        type("latitude", "9,1");
        type("longitude", "-33");
        type("placeCode", "free-code" + Keys.ENTER);
        browser.awaitWords(".notice", "Added place");
        assertThat(browser.words("tbody")).contains("9.1, -33");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aPlaceIsMovedButNotBelowItself() {
        addAtTop("Upper", "upper", "", "", "");
        open("Upper");
        addHere("Lower", "lower", "", "", "");
        awaitTitle("Upper");
        browser.click("#edit");
        browser.await(presenceOfElementLocated(By.id("delete-title")));
        assertThat(browser.findAll("#delete")).isEmpty();
        choose("parent", "lower");
        browser.click("#save");
        browser.await(presenceOfElementLocated(By.cssSelector(".field-error")));
        assertThat(browser.allWords(".field-error"))
                .singleElement()
                .asString()
                .startsWith("Upper cannot lie in itself");

        open("Lower");
        browser.click("#edit");
        browser.await(presenceOfElementLocated(By.id("delete-title")));
        browser.click("#parent .ui-autocomplete-token-icon");
        browser.await(page -> browser.findAll("#parent .ui-autocomplete-token").isEmpty());
        type("name", "Lower no more");
        browser.click("#save");
        browser.awaitWords(".notice", "Saved place");
        assertThat(browser.path()).isEqualTo("/locations/");
        assertThat(browser.allWords("tbody a")).contains("Lower no more");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aClickOnTheMapFillsTheCoordinates() {
        browser.go("/locations/add/");
        browser.await(presenceOfElementLocated(By.cssSelector("#map .map-grid")));
        browser.click("#map");
        browser.await(page -> !browser.value("#latitude").isEmpty());
        assertThat(browser.value("#latitude")).matches("-?\\d+\\.\\d{6}");
        assertThat(browser.value("#longitude")).matches("-?\\d+\\.\\d{6}");
        assertThat(browser.findAll("#map .is-picked")).hasSize(1);
        type("name", "Clicked");
        browser.click("#save");
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
        browser.screen().pictures("contact-place");
        browser.click("#save");
        browser.awaitWords(".notice", "Added contact");
        browser.go("/registration/?q=4401");
        assertThat(browser.words("tbody")).contains("Homeland");
        browser.click("tbody a");
        browser.await(presenceOfElementLocated(By.id("delete-title")));
        assertThat(browser.words("#location .ui-autocomplete-token")).contains("Homeland");

        open("Homeland");
        browser.click("#people");
        awaitTitle("People of Homeland");
        assertThat(browser.allWords("main .list a")).containsExactly("Ann of Homeland");

        open("Homeland");
        browser.click("#edit");
        browser.await(presenceOfElementLocated(By.id("delete-title")));
        browser.click("main summary");
        browser.click("#delete");
        browser.awaitWords(".notice", "Deleted place");
        browser.go("/registration/?q=4401");
        assertThat(browser.words("tbody")).contains("Ann of Homeland");
        assertThat(browser.allWords("td[data-label='Place']")).containsExactly("–");
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
        assertThat(browser.allWords("tbody a")).hasSize(25).first().isEqualTo("Leaf 00");
        browser.click(".pager a");
        browser.await(page -> browser.allWords("tbody a").equals(List.of("Leaf 25", "Leaf 26")));
        browser.click(".pager a");
        browser.await(page -> browser.allWords("tbody a").size() == 25);
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

        assertThat(browser.words("h1")).isEqualTo("Not found");
        assertThat(browser.find("header .brand").isDisplayed()).isTrue();
    }

    private void addAtTop(
            String name, String code, String type, String latitude, String longitude) {
        browser.go("/locations/add/");
        fill(name, code, type, latitude, longitude);
        browser.click("#save");
        browser.awaitWords(".notice", "Added place");
    }

    /** From the page of the place in which it is to lie. */
    private void addHere(String name, String code, String type, String latitude, String longitude) {
        browser.click("#add");
        browser.await(presenceOfElementLocated(By.id("placeCode")));
        fill(name, code, type, latitude, longitude);
        browser.click("#save");
        browser.awaitWords(".notice", "Added place");
    }

    private void clickRow(String name) {
        browser.click(By.xpath("//tbody//a[normalize-space()='%s']".formatted(name)));
    }

    private void open(String name) {
        browser.go("/locations/?q=" + Server.escaped(name));
        clickRow(name);
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
        browser.click(item);
        browser.await(page -> !browser.findAll("#" + field + " .ui-autocomplete-token").isEmpty());
    }

    private void type(String id, String text) {
        browser.type("[id='%s']".formatted(id), text);
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
}
