package org.rapidsms.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapidsms.it.TesterPage.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WindowType;

/** The message tester: phones side by side. */
@OnServer
@Needs({Browser.CHROMIUM, Browser.CHROMEDRIVER})
class TesterIT {

    private final Browser browser = Browser.open();
    private final TesterPage tester = new TesterPage(browser);

    @BeforeEach
    void logIn() {
        browser.logIn();
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void whoHasNoNumberIsGivenOne() {
        browser.go("/httptester/");

        assertThat(browser.path()).matches("/httptester/[1-9][0-9]{5}/");
    }

    @Test
    void aPhoneIsAnsweredAndTheAppIsNamed() {
        tester.open("1001").write("1001", "echo hello").awaitSaid("1001", "hello");

        assertThat(browser.path()).isEqualTo("/httptester/1001/");
        assertThat(tester.newest("1001")).contains("hello", "handlers/echo");
        assertThat(browser.words(within("1001", ".bubble-in")))
                .contains("echo hello", "Handled", "handlers/echo");

        tester.write("1001", "what is this?");
        tester.awaitSaid("1001", "what is this?");
        assertThat(tester.newest("1001")).contains("Sorry", "default");
        assertThat(browser.words(within("1001", ".bubble-in"))).contains("Not understood");
        assertThat(browser.words(".happened")).contains("default", "gave 1 answer");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void theRoadThroughTheAppsIsAClickAway() {
        tester.open("1014").write("1014", "echo road").awaitSaid("1014", "road");
        browser.click(within("1014", ".bubble-in a"));

        browser.awaitWords("h1", "Message from 1014");
        assertThat(browser.words(".trail"))
                .contains("Filter", "All apps let it pass", "Handle", "handlers/echo")
                .contains("handled it, 1 answer", "Fallback", "Not needed");
        browser.screen().picture("message-trail");
        browser.click(".list-mark a");
        browser.awaitWords("h1", "Message to 1014");
        assertThat(browser.words(".facts")).contains("Answer of", "handlers/echo");
    }

    @Test
    void aMessageThatWasFilteredOutSaysByWhichApp() {
        tester.open("1015").write("1015", "drop this").awaitSaid("1015", "drop this");
        assertThat(tester.newest("1015")).contains("Filtered", "troublemaker");

        browser.click(within("1015", ".bubble-in a"));
        browser.awaitWords("h1", "Message from 1015");
        assertThat(browser.words("main"))
                .contains("troublemaker", "filtered it out", "Not reached");
        browser.screen().picture("message-filtered");
    }

    @Test
    void twoPhonesTalkSideBySideAndEachHearsItsOwnAnswers() {
        tester.open("1021", "1022").write("1021", "echo for one").awaitSaid("1021", "for one");
        assertThat(browser.path()).isEqualTo("/httptester/1021/1022/?at=1021");
        tester.write("1022", "echo for two").awaitSaid("1022", "for two");

        assertThat(tester.said("1021", "for two")).isEmpty();
        assertThat(tester.said("1022", "for one")).isEmpty();
        assertThat(tester.box("1021").getLocation().y)
                .isEqualTo(tester.box("1022").getLocation().y);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void answersAppearWithoutReloadAndTypingGoesOn() {
        tester.open("1002", "1003");
        tester.box("1002").sendKeys("half a");
        var here = browser.driver().getWindowHandle();
        browser.driver().switchTo().newWindow(WindowType.TAB);
        tester.open("1003")
                .write("1003", "echo from elsewhere")
                .awaitSaid("1003", "from elsewhere");

        browser.driver().switchTo().window(here);
        tester.awaitSaid("1003", "from elsewhere");
        browser.driver().switchTo().activeElement().sendKeys(" word");

        assertThat(browser.value(within("1002", "textarea"))).isEqualTo("half a word");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aPhoneIsAddedAndClosedAndNothingTypedIsLost() {
        tester.open("1031").write("1031", "echo remembered").awaitSaid("1031", "remembered");
        tester.box("1031").sendKeys("half a word");
        browser.find("#identity").sendKeys(" 1032 " + Keys.ENTER);
        browser.await(page -> browser.path().equals("/httptester/1031/1032/?at=1032"));
        assertThat(browser.value(within("1031", "textarea"))).isEqualTo("half a word");
        assertThat(browser.value("#identity")).isEmpty();
        assertThat(browser.driver().switchTo().activeElement()).isEqualTo(tester.box("1032"));

        tester.box("1032").sendKeys("another");
        tester.click("1031", "close");
        browser.await(page -> browser.path().equals("/httptester/1032/"));
        assertThat(browser.value(within("1032", "textarea"))).isEqualTo("another");

        browser.find("#identity").sendKeys("1031" + Keys.ENTER);
        browser.await(page -> browser.path().startsWith("/httptester/1032/1031/"));
        assertThat(tester.said("1031", "remembered")).hasSize(1);
    }

    @Test
    void noMoreThanFourHaveRoomAndThatIsSaid() {
        tester.open("1041", "1042", "1043", "1044");
        tester.box("1043").sendKeys("typed");
        browser.find("#identity").sendKeys("1045" + Keys.ENTER);
        tester.awaitError("4 phones have room side by side");
        assertThat(browser.value("#identity")).isEqualTo("1045");
        assertThat(browser.value(within("1043", "textarea"))).isEqualTo("typed");

        tester.open("1041", "1042", "1043", "1044", "1045");
        assertThat(browser.words(".field-error")).startsWith("4 phones have room");
        assertThat(browser.findAll("[data-phone]")).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+256772", "12a", "١٢٣"})
    void whatIsNoNumberIsExplainedAndKept(String number) {
        tester.open("1007");
        tester.box("1007").sendKeys("echo from nowhere");
        browser.find("#identity").sendKeys(number);
        browser.click("#open");

        tester.awaitError("Phone number must be all numeric");
        assertThat(browser.value("#identity")).isEqualTo(number);
        assertThat(browser.value(within("1007", "textarea"))).isEqualTo("echo from nowhere");
        browser.screen().picture("tester-invalid");
    }

    @Test
    void aDoubleClickSendsOnce() {
        tester.open("1004");
        tester.box("1004").sendKeys("echo twice?");
        browser.doubleClick(within("1004", "[id$=':send']"));

        tester.awaitSaid("1004", "twice?");
        assertThat(tester.said("1004", "echo twice?")).hasSize(1);
    }

    @Test
    void aFileIsSentLineByLine(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("bulk.txt"), "\uFEFFecho ä\r\n\necho 😀");
        chooseFile("1005", file);
        tester.click("1005", "send");

        tester.awaitNotice("Sent bulk messages: 3");
        tester.awaitSaid("1005", "ä").awaitSaid("1005", "😀");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aFileThatIsNotUtf8IsNotSentAtAll(@TempDir Path folder) throws IOException {
        var latin = StandardCharsets.ISO_8859_1;
        var file = Files.writeString(folder.resolve("latin.txt"), "echo one\ncafé", latin);
        chooseFile("1006", file);
        tester.click("1006", "send");

        tester.awaitError("Line 2 of the file is not in UTF-8");
        assertThat(tester.said("1006", "echo one")).isEmpty();
    }

    private void chooseFile(String phone, Path file) {
        tester.open(phone);
        browser.click(within(phone, "summary"));
        tester.find(phone, "[type=file]").sendKeys(file.toString());
    }

    @Test
    void anEmptyTextIsAMessageToo() {
        tester.open("1012").write("1012", "");
        browser.await(page -> browser.findAll(".bubble-in").size() == 1);
        assertThat(browser.words(within("1012", ".bubble-in"))).contains("Empty message");
    }

    @Test
    void whatWasSaidLongAgoIsAPageAway() {
        tester.open("1013", "1016");
        for (int i = 0; i < 7; i++) {
            tester.write("1013", "echo " + i).awaitSaid("1013", String.valueOf(i));
        }
        assertThat(tester.said("1013", "echo 0")).isEmpty();
        browser.click(within("1013", ".pager a"));

        tester.awaitSaid("1013", "echo 0");
        assertThat(browser.path()).startsWith("/httptester/1013/1016/?phone=1013&");
    }

    @Test
    void oneIsClearedThenAll() {
        tester.open("1008").write("1008", "echo stays").awaitSaid("1008", "stays");
        tester.open("1009", "1008").write("1009", "echo goes").awaitSaid("1009", "goes");

        tester.click("1009", "clear");
        tester.awaitNotice("Cleared 1009 messages");
        assertThat(tester.said("1009", "goes")).isEmpty();
        assertThat(tester.said("1008", "stays")).isNotEmpty();

        browser.click("#tester > .more > summary");
        browser.click("#clear-all");
        tester.awaitNotice("Cleared all messages");
        assertThat(tester.said("1008", "stays")).isEmpty();
        browser.screen().picture("tester-empty");
    }

    @Test
    void severalPhonesAreNoWiderThanAnyScreen() {
        tester.open("256772000001", "256772000002");
        tester.write(
                "256772000001", "echo " + "a rather long text that goes on and on, ".repeat(3));
        tester.write("256772000002", "what is this?");
        browser.screen().pictures("tester-two");
        tester.open("256772000001", "256772000002", "1063", "1064");
        browser.screen().pictures("tester-four");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void whereOnePhoneHasRoomTheOthersWaitBehindTabs() {
        browser.screen().resize(Screen.Size.PHONE);
        tester.open("1051", "1052");
        assertThat(tester.box("1051").isDisplayed()).isTrue();
        assertThat(tester.box("1052").isDisplayed()).isFalse();
        tester.box("1051").sendKeys("half a word");

        browser.clickInSight("nav.tabs [value='1052']");
        browser.await(page -> browser.path().equals("/httptester/1051/1052/?at=1052"));
        assertThat(tester.box("1052").isDisplayed()).isTrue();
        assertThat(browser.value(within("1051", "textarea"))).isEqualTo("half a word");
    }
}
