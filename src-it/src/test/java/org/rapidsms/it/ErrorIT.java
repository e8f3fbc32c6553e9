package org.rapidsms.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages that fail, as a page of a stranger can be asked to. */
@OnServer
class ErrorIT {

    private static final String PAGE = "/clinics.xhtml";
    private static final Pattern NUMBER = Pattern.compile("<span class=\"code\">([0-9a-f-]{36})<");

    private static Visitor visitor;

    @BeforeAll
    static void logIn() {
        visitor = Visitor.loggedIn(Server.ADMINISTRATOR, Server.PASSWORD);
    }

    /** Whatever fails: the action of a form, or the page while it is shown. */
    @ParameterizedTest
    @ValueSource(strings = {"boom", "boom later"})
    void aPageThatFailsShowsTheNumberUnderWhichTheLogTellsWhy(String name) throws IOException {
        var answer = send(name, false);

        assertThat(answer.status()).isEqualTo(500);
        assertShowsNumberOfTheLog(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"boom", "boom later"})
    void soDoesAPartOfAPage(String name) throws IOException {
        assertShowsNumberOfTheLog(send(name, true));
    }

    @ParameterizedTest
    @CsvSource({"en, Error", "fr, Erreur", "ar, خطأ"})
    void itSpeaksTheReadersLanguage(String language, String title) {
        var reader =
                Visitor.loggedIn(Server.ADMINISTRATOR, Server.PASSWORD)
                        .with("Accept-Language", language);
        assertThat(send(reader, "boom", false).body())
                .contains("lang=\"" + language + "\"", "<h1>" + title + "</h1>");
    }

    @Test
    void itTellsNothingOfTheInside() {
        assertThat(send("boom", false).body())
                .doesNotContain("IllegalState", "asked for", "org.rapidsms", "\tat ");
    }

    /** A page of yesterday, whose state the server has forgotten, is nobody's fault. */
    @Test
    void aPageThatWasOpenForTooLongIsToldSo() {
        var fields = visitor.hiddenFields(PAGE);
        fields.put("jakarta.faces.ViewState", "1:2");
        fields.put("open", "Open");

        assertThat(visitor.post(PAGE, fields).body()).contains("<h1>Page expired</h1>");
    }

    private static Answer send(String name, boolean ajax) {
        return send(visitor, name, ajax);
    }

    private static Answer send(Visitor visitor, String name, boolean ajax) {
        var page = ajax ? "/staff/clinics.xhtml" : "/clinics.xhtml";
        var fields = visitor.hiddenFields(page);
        fields.put("name", name);
        fields.put("code", "7");
        fields.put("open", "Open");
        if (!ajax) {
            return visitor.post(page, fields);
        }
        fields.put("jakarta.faces.partial.ajax", "true");
        fields.put("jakarta.faces.source", "open");
        fields.put("jakarta.faces.behavior.event", "action");
        fields.put("jakarta.faces.partial.execute", "clinic");
        fields.put("jakarta.faces.partial.render", "clinic");
        return visitor.ajax(page, fields);
    }

    private static void assertShowsNumberOfTheLog(Answer answer) throws IOException {
        var number = NUMBER.matcher(answer.body());
        assertThat(number.find()).as(answer.body()).isTrue();
        var log = Files.readString(Path.of(System.getProperty("it.server"), "log", "server.log"));
        assertThat(log.substring(log.indexOf(number.group(1))))
                .as("what follows the number in the log")
                .contains("a failure that the test asked for");
    }
}
