package org.rapidsms.backend.smssync;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rapidsms.backend.DeliveryReport.State.DELIVERED;
import static org.rapidsms.backend.DeliveryReport.State.FAILED;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapidsms.backend.Backend;
import org.rapidsms.backend.BadWebhookException;
import org.rapidsms.backend.DeliveryReport;
import org.rapidsms.backend.IncomingSms;
import org.rapidsms.backend.OutgoingSms;
import org.rapidsms.backend.PhoneTextsOn;
import org.rapidsms.backend.Webhook;
import org.rapidsms.backend.WebhookRequest;
import org.rapidsms.schema.TestDatabase;
import org.rapidsms.settings.Settings;
import org.rapidsms.testing.BackendTable;
import org.rapidsms.testing.Some;

/** The calls of an Android phone with SMSSync, and the very words that it wants for an answer. */
class SmsSyncBackendTest {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String JSON = "application/json; charset=utf-8";
    private static final String TAKEN = "{\"payload\":{\"success\":true,\"error\":null}}";
    private static final String NOTHING =
            "{\"payload\":{\"task\":\"send\",\"secret\":\"s3 cret\",\"messages\":[]}}";

    private final String name = Some.text();
    private final PhoneTextsOn texts = new PhoneTextsOn(TestDatabase.all().findFirst().get());
    private final Backend smssync = smssync(Map.of());
    private final Backend confirming = smssync(Map.of("lease", "10m"));

    @Test
    void aTextIsAnsweredInTheWordsThatTheAppCompares() {
        var webhook =
                post(
                        "",
                        FORM,
                        "from=%2B15550001&message=ping+%D8%B3%F0%9F%98%80&message_id=80"
                                + "&sent_to=789&secret=s3+cret&device_id=1&sent_timestamp=1795221404000");

        assertThat(webhook.answer()).isEqualTo(TAKEN);
        assertThat(webhook.type()).isEqualTo("application/json;charset=utf-8");
        assertThat(webhook.status()).isEqualTo(200);
        assertThat(webhook.events())
                .containsExactly(
                        new IncomingSms(
                                "+15550001",
                                "ping س😀",
                                Map.of(
                                        "external_id", "80",
                                        "sent_to", "789",
                                        "device_id", "1",
                                        "sent_timestamp", "1795221404000")));
    }

    @Test
    void aTextMayAlsoComeInJson() {
        var webhook =
                post(
                        "",
                        JSON,
                        "{\"from\":\"MyBank\",\"message\":\"\",\"message_id\":80,\"secret\":\"s3 cret\","
                                + "\"device_id\":null}");

        assertThat(webhook.answer()).isEqualTo(TAKEN);
        assertThat(webhook.events())
                .containsExactly(new IncomingSms("MyBank", "", Map.of("external_id", "80")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST  from=1&message=a",
                "POST  from=1&message=a&secret=wrong",
                "GET task=send ",
                "GET task=send&secret=wrong ",
                "GET task=result ",
                "POST task=result {\"message_result\":[]}"
            })
    void whoeverDoesNotKnowTheSecretIsRefusedAndIsToldNothing(String call) {
        smssync.send(to("1"));
        var parts = call.split(" ", 3);

        assertThatThrownBy(() -> smssync.receive(request(parts[0], parts[1], FORM, parts[2])))
                .isInstanceOfSatisfying(
                        BadWebhookException.class, e -> assertThat(e.status()).isEqualTo(403));
        assertThat(get("task=send&secret=s3+cret").answer()).contains("hello");
    }

    @Test
    void aTextIsHandedOutInTheAppsOwnShape() {
        assertThat(get("task=send&secret=s3+cret").answer()).isEqualTo(NOTHING);
        assertThat(smssync.send(to("+15550001", "2"))).allMatch(o -> o.failure().isEmpty());

        assertThat(get("task=send&secret=s3+cret").answer().replaceAll("[0-9a-f-]{36}", "ID"))
                .isEqualTo(
                        "{\"payload\":{\"task\":\"send\",\"secret\":\"s3 cret\",\"messages\":["
                                + "{\"to\":\"+15550001\",\"message\":\"hello\",\"uuid\":\"ID\"},"
                                + "{\"to\":\"2\",\"message\":\"hello\",\"uuid\":\"ID\"}]}}");
    }

    @Test
    void anAppThatConfirmsNothingIsGivenEachTextOnce() {
        smssync.send(to("1"));
        fetched(smssync);

        texts.endLeases(name);

        assertThat(get("task=send&secret=s3+cret").answer()).isEqualTo(NOTHING);
    }

    @Test
    void anAppThatConfirmsIsGivenATextAgainUntilItDoes() {
        confirming.send(to("1"));
        var uuid = fetched(confirming);
        texts.endLeases(name);
        assertThat(fetched(confirming)).isEqualTo(uuid);

        // Without the secret: so does the app.
        var webhook =
                post(
                        "task=sent",
                        JSON,
                        "{\"queued_messages\":[\"" + uuid + "\",\"a stranger's\"]}");
        texts.endLeases(name);

        assertThat(webhook.answer()).isEqualTo("{\"message_uuids\":[\"" + uuid + "\"]}");
        assertThat(webhook.events()).isEmpty();
        assertThat(get("task=send&secret=s3+cret").answer()).isEqualTo(NOTHING);
    }

    @ParameterizedTest
    @CsvSource({
        "-1, SMS sent, -1, SMS delivered, DELIVERED, SMS delivered",
        "0, '', -1, '', DELIVERED, ''",
        "-1, SMS sent, 0, SMS not delivered, FAILED, SMS not delivered",
        "1, Generic failure, 0, '', FAILED, Generic failure",
        "4, No service, -1, '', FAILED, No service"
    })
    void theLastWordOnATextIsReportedAndTheTextNoLongerAskedFor(
            int sent,
            String sentWords,
            int delivered,
            String deliveredWords,
            DeliveryReport.State state,
            String words) {
        smssync.send(to("1"));
        var uuid = fetched(smssync);
        assertThat(open()).isEqualTo("{\"message_uuids\":[\"" + uuid + "\"]}");

        var call =
                "{\"message_result\":["
                        + result(uuid, sent, sentWords, delivered, deliveredWords)
                        + "]}";
        for (int i = 0; i < 2; i++) {
            assertThat(post("task=result&secret=s3+cret", JSON, call).events())
                    .isEqualTo(List.of(new DeliveryReport("m1", "1", state, words)));
        }
        assertThat(open()).isEqualTo("{\"message_uuids\":[]}");
    }

    @Test
    void aResultThatIsNotTheLastChangesNothing() {
        smssync.send(to("1"));
        var uuid = fetched(smssync);
        var call = "{\"message_result\":[" + result(uuid, 0, "SMS sent", 0, "") + "]}";

        assertThat(post("task=result&secret=s3+cret", JSON, call).events()).isEmpty();
        assertThat(open()).contains(uuid);
    }

    @Test
    void resultsThatTheAppPutIntoATextAreReadToo() {
        smssync.send(to("1"));
        var list = "[" + result(fetched(smssync), -1, "", -1, "") + "]";
        var call = "{\"message_result\":\"" + list.replace("\"", "\\\"") + "\"}";

        assertThat(post("task=result&secret=s3+cret", JSON, call).events())
                .containsExactly(new DeliveryReport("m1", "1", DELIVERED, ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"message_result\":1}", "{\"message_result\":\"no list\"}"})
    void whatIsNoResultIsRefused(String call) {
        assertThatThrownBy(() -> post("task=result&secret=s3+cret", JSON, call))
                .isInstanceOf(BadWebhookException.class)
                .hasMessageContaining("message_result is no list of results");
    }

    @Test
    void whatNobodyFetchedInADayHasFailed() {
        smssync.send(to("1"));
        texts.date(name, Instant.EPOCH);

        assertThat(get("task=send&secret=s3+cret").events())
                .containsExactly(new DeliveryReport("m1", "1", FAILED, "no phone fetched it"));
    }

    @TestFactory
    Stream<DynamicTest> settings() {
        return BackendTable.of(gateway -> new SmsSyncEngine(null))
                .setting("secret", "s3cret")
                .requires("secret")
                .refuses("a text by GET", "GET ?from=1", 405, "POST")
                .refuses("an unknown task", "GET ?task=dance", 404, "nothing at this address")
                .refuses("another address", "POST other?", 404, "nothing at this address")
                .refuses("no sender", "POST message=a&secret=s3cret", 400, "from is required")
                .refuses("no text", "POST from=1&secret=s3cret", 400, "message is required")
                .refuses("no list", "POST ?task=sent", 400, "no JSON object")
                .tests();
    }

    private static String result(
            String uuid, int sent, String sentWords, int delivered, String deliveredWords) {
        return ("{\"uuid\":\"%s\",\"sent_result_code\":%d,\"sent_result_message\":\"%s\","
                        + "\"delivered_result_code\":%d,\"delivered_result_message\":\"%s\"}")
                .formatted(uuid, sent, sentWords, delivered, deliveredWords);
    }

    private Backend smssync(Map<String, String> more) {
        var settings = new HashMap<>(more);
        settings.put("secret", "s3 cret");
        return new SmsSyncEngine(texts).configure(name, Settings.of("x", settings));
    }

    private String open() {
        return get("task=result&secret=s3+cret").answer();
    }

    private static String fetched(Backend backend) {
        var answer = backend.receive(request("GET", "task=send&secret=s3+cret", "", "")).answer();
        assertThat(answer).contains("\"uuid\":\"");
        return answer.replaceAll(".*\"uuid\":\"([^\"]*)\".*", "$1");
    }

    private Webhook get(String query) {
        return smssync.receive(request("GET", query, "", ""));
    }

    private Webhook post(String query, String type, String body) {
        return smssync.receive(request("POST", query, type, body));
    }

    private static WebhookRequest request(String method, String query, String type, String body) {
        return new WebhookRequest(
                method,
                "",
                query,
                "http://us.test/backend/smssync",
                Map.of("Content-Type", type),
                body.getBytes(UTF_8));
    }

    private static OutgoingSms to(String... phones) {
        return new OutgoingSms("m1", "hello", List.of(phones), Map.of());
    }
}
