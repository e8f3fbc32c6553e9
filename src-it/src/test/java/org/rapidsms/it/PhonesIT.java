package org.rapidsms.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest.BodyPublishers;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** Vumi, and Android phones that fetch what they shall send: from the text to its answer. */
@OnServer
class PhonesIT {

    private static final String JSON = "application/json";
    private static final String SMSSYNC = "/backend/smssync/";
    private static final String ENVAYASMS = "/backend/envayasms/";

    @Test
    void aTextOfVumisIsAnsweredThroughItsRelay() {
        var text =
                "{\"message_id\":\"q1\",\"content\":\"echo by Vumi\",\"from_addr\":\"15830001\",\"to_addr\":\"789\","
                        + "\"transport_name\":\"smpp\",\"transport_type\":\"sms\",\"session_event\":null}";

        assertThat(Server.send("POST", "/backend/vumi/", JSON, BodyPublishers.ofString(text)))
                .extracting(Answer::status)
                .isEqualTo(403);
        var answer =
                Server.postWith(
                        "Authorization", "Basic dnVtaTpzZWNyZXQ=", "/backend/vumi/", JSON, text);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        await().atMost(ofSeconds(20))
                .untilAsserted(
                        () ->
                                assertThat(FakeRelay.VUMI.bodies())
                                        .anySatisfy(
                                                body ->
                                                        assertThat(body)
                                                                .contains(
                                                                        "\"by Vumi\"",
                                                                        "\"in_reply_to\":\"q1\"")));
    }

    @Test
    void aPhoneWithSmsSyncFetchesTheAnswerAndSaysThatItArrived() {
        var staff = Visitor.loggedIn(Server.ADMINISTRATOR, Server.PASSWORD);
        var taken =
                Server.post(
                        SMSSYNC,
                        "from",
                        "15830002",
                        "message",
                        "echo by SMSSync",
                        "message_id",
                        "1",
                        "secret",
                        "for tests");
        assertThat(taken.body()).isEqualTo("{\"payload\":{\"success\":true,\"error\":null}}");

        var task =
                await().atMost(ofSeconds(20))
                        .until(
                                () -> Server.get(SMSSYNC + "?task=send&secret=for+tests").body(),
                                body -> body.contains("\"by SMSSync\""));
        var uuid = task.replaceAll(".*\"uuid\":\"([^\"]*)\".*", "$1");
        var queued = "{\"queued_messages\":[\"" + uuid + "\"]}";
        assertThat(
                        Server.send(
                                        "POST",
                                        SMSSYNC + "?task=sent",
                                        JSON,
                                        BodyPublishers.ofString(queued))
                                .body())
                .isEqualTo("{\"message_uuids\":[\"" + uuid + "\"]}");
        var result =
                "{\"message_result\":[{\"uuid\":\"%s\",\"sent_result_code\":-1,\"delivered_result_code\":-1}]}"
                        .formatted(uuid);
        Server.send(
                "POST",
                SMSSYNC + "?task=result&secret=for+tests",
                JSON,
                BodyPublishers.ofString(result));

        assertThat(staff.get("/messagelog/?who=15830002&direction=outgoing&state=delivered").body())
                .contains("by SMSSync");
    }

    @Test
    void aPhoneWithEnvayaSmsSignsItsCallsAndFetchesTheAnswer() {
        assertThat(envaya("from", "15830003", "message", "echo by Envaya", "incoming"))
                .isEqualTo("{\"events\":[]}");

        await().atMost(ofSeconds(20))
                .until(() -> envaya("outgoing"), answer -> answer.contains("\"by Envaya\""));
    }

    /** A call with these fields, the last of which is the action. */
    private static String envaya(String... fields) {
        int last = fields.length - 1;
        var form = "action=" + fields[last];
        var signed = Server.address(ENVAYASMS) + ",action=" + fields[last];
        for (int i = 0; i < last; i += 2) {
            form += "&" + fields[i] + "=" + Server.escaped(fields[i + 1]);
            signed += "," + fields[i] + "=" + fields[i + 1];
        }
        var answer =
                Server.postWith(
                        "X-Request-Signature",
                        sha1(signed + ",for tests"),
                        ENVAYASMS,
                        "application/x-www-form-urlencoded",
                        form);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static String sha1(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-1").digest(text.getBytes(UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
