package org.rapidsms.it;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Any gateway that speaks plain HTTP: what it may send, and what it is answered. */
@OnServer
class HttpBackendIT {

    private static final String INCOMING = "/backend/http/";
    private static final int MEGABYTE = 1024 * 1024;

    @Test
    void aPostedTextIsAnsweredThroughTheGateway() {
        taken(Server.post(INCOMING, "identity", "15551234", "text", "ping"));

        assertSent("15551234", "pong");
    }

    @Test
    void aTextMayAsWellComeByGet() {
        taken(Server.get(INCOMING + "?identity=15551235&text=ping"));

        assertSent("15551235", "pong");
    }

    @Test
    void anEagerBackendHasSentTheAnswerBeforeTheWebhookReturns() {
        taken(Server.post("/backend/http-eager/", "identity", "15551236", "text", "ping"));

        assertThat(FakeGateway.EAGER.textsTo("15551236")).containsExactly("pong");
    }

    @Test
    void aMessageNobodyUnderstandsIsAnsweredWithTheDefaultResponse() {
        taken(Server.post(INCOMING, "identity", "15551237", "text", "no such keyword"));

        assertSent("15551237", "Sorry, RapidSMS could not understand your message.");
    }

    @Test
    void aGatewayThatTookATextAndHungUpIsNotToldAgain() {
        FakeGateway.EAGER.hangUp();
        try {
            Server.post("/backend/http-eager/", "identity", "15551238", "text", "ping");
        } finally {
            FakeGateway.EAGER.takeAgain();
        }

        assertThat(FakeGateway.EAGER.textsTo("15551238")).containsExactly("pong");
    }

    @Test
    void aMissingSenderIsRefused() {
        var answer = refused(400, Server.post(INCOMING, "text", "ping"));

        assertThat(answer.body()).startsWith("form failed to validate");
    }

    @Test
    void aBlankSenderIsRefused() {
        refused(400, Server.post(INCOMING, "identity", "  ", "text", "ping"));
    }

    @Test
    void aMissingTextIsRefused() {
        var answer = refused(400, Server.post(INCOMING, "identity", "15551240"));

        assertThat(answer.body()).startsWith("form failed to validate");
    }

    @Test
    void anEmptyTextIsATextToo() {
        taken(Server.post(INCOMING, "identity", "15551241", "text", ""));
    }

    @Test
    void anUnknownBackendIsNotFound() {
        refused(404, Server.post("/backend/nobody/", "identity", "15551242", "text", "ping"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH"})
    void otherMethodsAreNotAllowed(String method) {
        var body = BodyPublishers.ofString("identity=1&text=ping");

        var answer =
                refused(
                        405,
                        Server.send(method, INCOMING, "application/x-www-form-urlencoded", body));

        assertThat(answer.headers()).containsEntry("Allow", "GET, POST");
    }

    @Test
    void aBodyOfOneMegabyteIsTooLarge() {
        refused(413, Server.postRaw(INCOMING, "identity=1&text=" + "x".repeat(MEGABYTE)));
    }

    @Test
    void aBodyOfOneMegabyteIsTooLargeInChunksToo() {
        var form = "identity=1&text=" + "x".repeat(MEGABYTE);

        refused(
                413,
                Server.postInChunks(
                        INCOMING, new ByteArrayInputStream(form.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void aWrongPercentSignInAFormIsRefused() {
        refused(400, Server.postRaw(INCOMING, "identity=15551243&text=%zz"));
    }

    @Test
    void aWrongPercentSignInAQueryIsRefused() {
        // The server itself refuses this one, with no body at all.
        var answer = Server.getRaw(INCOMING + "?identity=15551243&text=%zz");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void aParameterThatComesTwiceIsRefused() {
        refused(400, Server.postRaw(INCOMING, "identity=15551244&identity=15551245&text=ping"));
    }

    @Test
    void aJsonBodyIsRefused() {
        var body = BodyPublishers.ofString("{\"identity\":\"15551246\",\"text\":\"ping\"}");

        refused(400, Server.send("POST", INCOMING, "application/json", body));
    }

    @Test
    void tenThousandParametersAreRefused() {
        var form =
                IntStream.range(0, 10_000).mapToObj(i -> "p" + i).collect(Collectors.joining("&"));

        refused(400, Server.postRaw(INCOMING, form));
    }

    @Test
    void aNulCharacterIsDropped() {
        taken(Server.postRaw(INCOMING, "identity=15551247&text=echo+a%00b"));

        assertSent("15551247", "ab");
    }

    @Test
    void whatIsNoUtf8IsTakenAllTheSame() {
        taken(Server.postRaw(INCOMING, "identity=15551248&text=echo+%FF%FE"));

        assertSent("15551248", "\uFFFD\uFFFD");
    }

    @Test
    void tenThousandCharactersPass() {
        var text = "x".repeat(10_000);

        taken(Server.post(INCOMING, "identity", "15551249", "text", "echo " + text));

        assertSent("15551249", text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"😀 👩‍👩‍👧‍👦 🇰🇪", "مرحبا بالعالم", "ሰላም", "a&b=c+d%20#?;/\"'<>"})
    void anyTextComesBackEqual(String text) {
        var phone = "1556" + Math.abs(text.hashCode());

        taken(Server.post(INCOMING, "identity", phone, "text", "echo " + text));

        assertSent(phone, text);
    }

    @Test
    void aGatewayOfAnotherKindIsServedBySettingsAlone() {
        var phone = "15551250";
        var text = "id=mo-1&from=15551250&to=789&coding=0&content=echo+P%C3%A9+%F0%9F%98%80";
        for (int i = 0; i < 2; i++) {
            assertThat(Server.postRaw("/backend/jasmin/", text).body()).isEqualTo("ACK/Jasmin");
        }
        assertThat(JasminGateway.GATEWAY.textsTo(phone)).containsExactly("Pé 😀");

        var report =
                Server.post(
                        "/backend/jasmin/status/",
                        "id",
                        JasminGateway.idOf(phone),
                        "message_status",
                        "DELIVRD",
                        "level",
                        "2");

        assertThat(report.body()).isEqualTo("ACK/Jasmin");
        var delivered =
                Visitor.loggedIn(Server.ADMINISTRATOR, Server.PASSWORD)
                        .get("/messagelog/?who=15551250&state=delivered");
        assertThat(delivered.body()).contains("Pé 😀");
    }

    private static void taken(Answer answer) {
        assertThat(answer.body()).isEqualTo("OK");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().get("Content-Type")).startsWith("text/plain");
    }

    /** Every refusal says why in one line, and nothing of what is inside. */
    private static Answer refused(int status, Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body().strip().lines()).hasSize(1);
        assertThat(answer.body())
                .doesNotContain("Exception", "at org.", "at java.", "org.rapidsms", "\tat ");
        return answer;
    }

    private static void assertSent(String phone, String text) {
        await().atMost(ofSeconds(20))
                .untilAsserted(
                        () ->
                                assertThat(FakeGateway.QUEUED.textsTo(phone))
                                        .isEqualTo(List.of(text)));
    }
}
