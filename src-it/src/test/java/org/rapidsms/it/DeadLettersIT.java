package org.rapidsms.it;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jboss.as.controller.client.ModelControllerClient;
import org.jboss.dmr.ModelNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What no queue could deliver: how it becomes a dead letter, and what staff can do about it. */
@OnServer
@Needs({Browser.CHROMIUM, Browser.CHROMEDRIVER})
class DeadLettersIT {

    private final Browser browser = Browser.open();

    @BeforeAll
    static void failFaster() throws IOException {
        onServer("write-attribute", "address-setting", "jms.queue.rapidsms.inbox")
                .with("name", "redelivery-delay")
                .with("value", "100")
                .ask();
    }

    @BeforeEach
    void logIn() {
        browser.logIn();
    }

    /** Nothing is left on the dashboard of others. */
    @AfterEach
    void dropAllAndClose() throws IOException {
        onServer("resume", "jms-queue", "rapidsms.outgoing").ask();
        onServer("remove-messages", "jms-queue", "rapidsms.dead").ask();
        browser.close();
    }

    @Test
    void whatFailsComesAgainLaterAndLaterAndIsThenADeadLetter() {
        stumble("15820001");

        Server.post("/backend/http/", "identity", "15820002", "text", "gaps 15820001");

        await().atMost(ofSeconds(20))
                .until(() -> FakeGateway.QUEUED.textsTo("15820002").size() == 1);
        var gaps =
                Arrays.stream(FakeGateway.QUEUED.textsTo("15820002").get(0).split(" "))
                        .map(Long::valueOf)
                        .toList();
        assertThat(gaps).as("three attempts, and none by the way to the dead letters").hasSize(2);
        assertThat(gaps.get(1)).as("the second gap of %s", gaps).isGreaterThan(gaps.get(0));
        assertThat(FakeGateway.QUEUED.textsTo("15820001")).isEmpty();
        browser.awaitWords("tbody", "spoiled by stumbler");
        browser.awaitWords("tbody", "tried 3 times");
        browser.go("/");
        browser.awaitWords(".notice-bad", "There is 1 dead letter");
    }

    @Test
    void aLetterIsTriedAgainAndArrivesOnceItsCauseIsMended() {
        stumble("15820003");
        assertThat(Axe.complaints(browser)).isEmpty();
        browser.screen().pictures("dead-letters");
        tryAgain();
        awaitDead("15820003");
        Server.post("/backend/http-eager/", "identity", "15820002", "text", "mend 15820003");

        tryAgain();

        await().atMost(ofSeconds(20))
                .untilAsserted(
                        () ->
                                assertThat(FakeGateway.QUEUED.textsTo("15820003"))
                                        .isEqualTo(List.of("on its feet")));
        browser.go("/deadletters/");
        browser.awaitWords("main", "There are no dead letters");
        assertThat(browser.complaints()).isEmpty();
    }

    private void tryAgain() {
        browser.click("tbody input");
        browser.clickInSight("#again");
        browser.awaitWords(".notice-info, .notice-ok", "1 letter is tried again");
    }

    @Test
    void lettersAreDroppedAfterAQuestion() {
        stumble("15820004");
        stumble("15820005");
        browser.click("#all");
        browser.clickInSight("#ask");
        browser.awaitWords("h1", "Drop these 2 letters?");
        browser.awaitWords("main", "15820004");
        assertThat(Axe.complaints(browser)).isEmpty();
        browser.screen().pictures("dead-letters-drop");

        browser.clickInSight("#confirm");

        browser.awaitWords(".notice-info, .notice-ok", "2 letters were dropped");
        browser.awaitWords("main", "There are no dead letters");
        assertThat(FakeGateway.QUEUED.textsTo("15820004")).isEmpty();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void whoeverChoosesNothingIsToldSo() {
        stumble("15820006");

        browser.clickInSight("#ask");

        browser.awaitWords(".notice-warn", "choose a letter first");
        browser.awaitWords("tbody", "15820006");
    }

    @Test
    void whatIsNoMessageOfAPhoneIsShownTooAndGoesBackToItsQueue() throws IOException {
        onServer("pause", "jms-queue", "rapidsms.outgoing").ask();
        Server.post("/backend/http/", "identity", "15820007", "text", "echo so late");
        await().atMost(ofSeconds(20))
                .until(
                        () ->
                                onServer("move-messages", "jms-queue", "rapidsms.outgoing")
                                                .with("other-queue-name", "rapidsms.dead")
                                                .ask()
                                                .asInt()
                                        > 0);

        browser.go("/deadletters/");
        browser.awaitWords("tbody", "backend: http");
        browser.awaitWords("tbody", "rapidsms.outgoing");
        browser.click("#all");
        browser.clickInSight("#again");

        browser.awaitWords(".notice-info, .notice-ok", "tried again");
        browser.awaitWords("main", "There are no dead letters");
    }

    /** A phone writes what fails until it is a dead letter. */
    private void stumble(String phone) {
        assertThat(Server.post("/backend/jms/", "identity", phone, "text", "stumble").status())
                .isEqualTo(200);
        awaitDead(phone);
    }

    private void awaitDead(String phone) {
        await().atMost(ofSeconds(60))
                .until(
                        () -> {
                            browser.go("/deadletters/");
                            return browser.words("main").contains(phone);
                        });
    }

    /** Something to ask the server's management. */
    private record Operation(ModelNode request) {

        Operation with(String name, String value) {
            request.get(name).set(value);
            return this;
        }

        ModelNode ask() throws IOException {
            int port = Integer.getInteger("it.port.management");
            try (var server = ModelControllerClient.Factory.create("127.0.0.1", port)) {
                var answer = server.execute(request);
                assertThat(answer.get("outcome").asString()).as("%s", answer).isEqualTo("success");
                return answer.get("result");
            }
        }
    }

    private static Operation onServer(String operation, String kind, String name) {
        var request = new ModelNode();
        request.get("operation").set(operation);
        request.get("address").add("subsystem", "messaging-activemq");
        request.get("address").add("server", "default");
        request.get("address").add(kind, name);
        return new Operation(request);
    }
}
