package org.rapidsms.it;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a stranger's app can do, and what it cannot do to others. */
@OnServer
class DroppedInAppIT {

    private static final String SORRY = "Sorry, RapidSMS could not understand your message.";

    @Test
    void theAppOfTheReadmeAnswers() {
        assertAnswers("15560001", "Marco", "polo");
    }

    @Test
    void theReadmeShowsTheAppThatIsTested() throws IOException {
        var root = Path.of(System.getProperty("it.ear")).getParent().getParent().getParent();
        var source = root.resolve("src-it/src/test/java/org/example/MarcoPolo.java");
        assertThat(Files.readString(root.resolve("README.md"))).contains(Files.readString(source));
    }

    @Test
    void anAppThatThrowsLosesNoAnswer() {
        assertAnswers("15560002", "boom", "before the boom");
        assertAnswers("15560002", "echo still there", "before the boom", "still there");
    }

    @Test
    void anAppThatOverflowsTheStackStopsNobodyElse() {
        assertAnswers("15560003", "recurse", SORRY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"spoil", "refuse"})
    void anAppThatSpoilsTheTransactionIsLeftAsideAndTheOthersAnswer(String how) {
        assertAnswers("1556001" + how.length(), how, SORRY);
    }

    @Test
    void whatAnAppStoresIsThereWithTheNextMessage() {
        assertAnswers("15560004", "name Ann", "hello Ann");
        assertAnswers("15560004", "who", "hello Ann", "Ann");
    }

    @Test
    void anAppMaySendByItself() {
        assertThat(Server.post("/backend/http/", "identity", "15560005", "text", "tell 15560006"))
                .extracting(Answer::status)
                .isEqualTo(200);
        assertSent("15560006", "told");
    }

    @Test
    void aBackendThatIsNotThereStopsNoOther() {
        assertAnswers("15560007", "nobody", "found");
    }

    @Test
    void oneTextThatComesTwentyTimesAtOnceIsOneMessage() {
        var path =
                "/backend/kannel-fake-smsc/?id=15560008&text=tell+15560009&sms_id=twenty-at-once";
        var threads = Executors.newFixedThreadPool(20);
        try {
            var calls =
                    IntStream.range(0, 20)
                            .mapToObj(i -> threads.submit(() -> Server.get(path).status()))
                            .toList();
            assertThat(calls).allSatisfy(call -> assertThat(call.get()).isEqualTo(200));
        } finally {
            threads.shutdown();
        }
        assertSent("15560009", "told");
        await().during(ofSeconds(2))
                .atMost(ofSeconds(20))
                .until(() -> FakeGateway.QUEUED.textsTo("15560009").size() == 1);
    }

    @Test
    void manyTextsOfANewPhoneAtOnceAreAllAnswered() {
        var threads = Executors.newFixedThreadPool(10);
        try {
            var calls =
                    IntStream.range(0, 10)
                            .mapToObj(
                                    i ->
                                            threads.submit(
                                                    () ->
                                                            Server.post(
                                                                            "/backend/http/",
                                                                            "identity",
                                                                            "15560010",
                                                                            "text",
                                                                            "echo " + i)
                                                                    .status()))
                            .toList();
            assertThat(calls).allSatisfy(call -> assertThat(call.get()).isEqualTo(200));
        } finally {
            threads.shutdown();
        }
        var expected = IntStream.range(0, 10).mapToObj(String::valueOf).toList();
        await().atMost(ofSeconds(20))
                .untilAsserted(
                        () ->
                                assertThat(FakeGateway.QUEUED.textsTo("15560010"))
                                        .containsExactlyInAnyOrderElementsOf(expected));
    }

    /** The phone writes this, and has been told just that since the test began. */
    private static void assertAnswers(String phone, String text, String... answers) {
        var answer = Server.post("/backend/http/", "identity", phone, "text", text);
        assertThat(answer.status())
                .as("an app's failure is no failure of the webhook")
                .isEqualTo(200);
        assertSent(phone, answers);
    }

    private static void assertSent(String phone, String... texts) {
        await().atMost(ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(FakeGateway.QUEUED.textsTo(phone)).containsExactly(texts));
    }
}
