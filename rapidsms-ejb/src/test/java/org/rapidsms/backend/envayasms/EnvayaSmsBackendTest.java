package org.rapidsms.backend.envayasms;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rapidsms.backend.DeliveryReport.State.FAILED;

import java.net.URLEncoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
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

/** The calls of an Android phone with EnvayaSMS 3.0, and what it is answered. */
class EnvayaSmsBackendTest {

    private static final String ADDRESS = "http://sms.example.org/backend/envaya";
    private static final String NOTHING = "{\"events\":[]}";

    private final String name = Some.text();
    private final PhoneTextsOn texts = new PhoneTextsOn(TestDatabase.all().findFirst().get());
    private final Backend envaya =
            new EnvayaSmsEngine(texts)
                    .configure(name, Settings.of("x", Map.of("password", "secret")));

    @Test
    void theSignatureIsTheOneThatTheAppMakes() {
        var form =
                Map.of(
                        "action", "incoming",
                        "from", "+15550001",
                        "message", "ping",
                        "message_type", "sms",
                        "phone_number", "+789",
                        "timestamp", "1795221404000",
                        "version", "30");

        var webhook = envaya.receive(request(form, "Fcc8AB3HfxGUER0RaXD3gvMB4Os="));

        assertThat(webhook.events()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Fcc8AB3HfxGUER0RaXD3gvMB4Os="})
    void whatIsNotSignedIsRefusedAndChangesNothing(String signature) {
        envaya.send(to("1"));

        assertThatThrownBy(() -> envaya.receive(request(Map.of("action", "outgoing"), signature)))
                .isInstanceOfSatisfying(
                        BadWebhookException.class, e -> assertThat(e.status()).isEqualTo(403));
        assertThat(call("action", "outgoing").answer()).contains("hello");
    }

    @Test
    void aTextIsTakenAndKnownAgainWhenThePhoneRepeatsIt() {
        var first = incoming("1795221404000", "سلام 😀 & a=b, c");
        var again = incoming("1795221404000", "سلام 😀 & a=b, c");
        var later = incoming("1795221404001", "سلام 😀 & a=b, c");

        assertThat(first.identity()).isEqualTo("+15550001");
        assertThat(first.text()).isEqualTo("سلام 😀 & a=b, c");
        assertThat(first.fields()).containsEntry("phone_number", "+789");
        assertThat(again).isEqualTo(first);
        assertThat(later.fields().get("external_id"))
                .isNotEqualTo(first.fields().get("external_id"));
    }

    private IncomingSms incoming(String timestamp, String text) {
        var webhook =
                call(
                        "action", "incoming",
                        "from", "+15550001",
                        "message", text,
                        "message_type", "sms",
                        "phone_number", "+789",
                        "timestamp", timestamp);
        assertThat(webhook.answer()).isEqualTo(NOTHING);
        assertThat(webhook.type()).isEqualTo("application/json");
        return (IncomingSms) webhook.events().get(0);
    }

    @Test
    void anEmptyTextFromASenderOfLettersIsATextToo() {
        assertThat(call("action", "incoming", "from", "MyBank", "message", "").events())
                .containsExactly(new IncomingSms("MyBank", ""));
    }

    @ParameterizedTest
    @CsvSource({
        "device_status, battery_low",
        "forward_sent, x",
        "test, x",
        "amqp_started, x",
        "send_status, somehow",
        "send_status, sent"
    })
    void whatIsNothingToUsIsTakenWithoutAWord(String action, String status) {
        var webhook = call("action", action, "status", status, "id", "unknown");

        assertThat(webhook.events()).isEmpty();
        assertThat(webhook.answer()).isEqualTo(NOTHING);
    }

    @Test
    void aMissedCallIsNoText() {
        var webhook = call("action", "incoming", "from", "+1", "message_type", "call");

        assertThat(webhook.events()).isEmpty();
    }

    @Test
    void whatTheAppNeverAskedBeforeIsAnsweredInItsWords() {
        var webhook = call("action", "dance");

        assertThat(webhook.status()).isEqualTo(404);
        assertThat(webhook.answer()).isEqualTo("{\"error\":{\"message\":\"Unknown action\"}}");
    }

    @Test
    void aTextIsHandedOutInTheAppsOwnShape() {
        assertThat(call("action", "outgoing").answer()).isEqualTo(NOTHING);
        assertThat(envaya.send(to("+15550001", "2"))).allMatch(o -> o.failure().isEmpty());

        assertThat(call("action", "outgoing").answer().replaceAll("[0-9a-f-]{36}", "ID"))
                .isEqualTo(
                        "{\"events\":[{\"event\":\"send\",\"messages\":["
                                + "{\"id\":\"ID\",\"to\":\"+15550001\",\"message\":\"hello\"},"
                                + "{\"id\":\"ID\",\"to\":\"2\",\"message\":\"hello\"}]}]}");
    }

    @Test
    void aPhoneThatDiedIsGivenTheTextAgainButNotAfterItSaidThatItSentIt() {
        envaya.send(to("1"));
        var id = fetched();
        assertThat(call("action", "outgoing").answer()).isEqualTo(NOTHING);

        texts.endLeases(name);
        assertThat(fetched()).isEqualTo(id);
        call("action", "send_status", "id", id, "status", "sent");
        texts.endLeases(name);

        assertThat(call("action", "outgoing").answer()).isEqualTo(NOTHING);
    }

    @ParameterizedTest
    @CsvSource({
        "queued, '', SENT, queued",
        "sent, '', SENT, ''",
        "failed, no service, FAILED, no service",
        "cancelled, by hand, FAILED, cancelled by hand"
    })
    void whatBecameOfATextIsReportedAsOftenAsThePhoneSaysIt(
            String status, String error, DeliveryReport.State state, String words) {
        envaya.send(to("1"));
        var id = fetched();
        var report = new DeliveryReport("m1", "1", state, words);

        for (int i = 0; i < 2; i++) {
            assertThat(call("action", "send_status", "id", id, "status", status, "error", error))
                    .extracting(Webhook::events)
                    .isEqualTo(List.of(report));
        }
    }

    @Test
    void whatAPhoneHasQueuedItKeeps() {
        envaya.send(to("1"));
        var id = fetched();
        texts.endLeases(name);

        call("action", "send_status", "id", id, "status", "queued");

        assertThat(call("action", "outgoing").answer()).isEqualTo(NOTHING);
    }

    @Test
    void whatNobodyFetchedInADayHasFailed() {
        envaya.send(to("1"));
        texts.date(name, Instant.EPOCH);

        var webhook = call("action", "outgoing");

        assertThat(webhook.answer()).isEqualTo(NOTHING);
        assertThat(webhook.events())
                .containsExactly(new DeliveryReport("m1", "1", FAILED, "no phone fetched it"));
    }

    @TestFactory
    Stream<DynamicTest> settings() {
        return BackendTable.of(gateway -> new EnvayaSmsEngine(null))
                .setting("password", "secret")
                .requires("password")
                .refusesSetting("lease", "0s", "must be longer than nothing")
                .refuses("a GET", "GET ?action=outgoing", 405, "POST")
                .refuses("another address", "POST other?", 404, "nothing at this address")
                .refuses("what is no form", "POST {}", 403, "not known to be the gateway's")
                .tests();
    }

    private String fetched() {
        var answer = call("action", "outgoing").answer();
        assertThat(answer).contains("\"id\":\"");
        return answer.replaceAll(".*\"id\":\"([^\"]*)\".*", "$1");
    }

    private Webhook call(String... form) {
        var fields = new TreeMap<String, String>();
        for (int i = 0; i < form.length; i += 2) {
            fields.put(form[i], form[i + 1]);
        }
        return envaya.receive(request(fields, signature(fields)));
    }

    private static String signature(TreeMap<String, String> sorted) {
        var signed = new StringBuilder(ADDRESS);
        sorted.forEach((field, value) -> signed.append(",").append(field + "=" + value));
        try {
            var bytes = signed.append(",secret").toString().getBytes(UTF_8);
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-1").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static WebhookRequest request(Map<String, String> form, String signature) {
        var body =
                form.entrySet().stream()
                        .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), UTF_8))
                        .collect(Collectors.joining("&"));
        return new WebhookRequest(
                "POST",
                "",
                "",
                ADDRESS,
                Map.of(
                        "Content-Type",
                        "application/x-www-form-urlencoded; charset=UTF-8",
                        "X-Request-Signature",
                        signature),
                body.getBytes(UTF_8));
    }

    private static OutgoingSms to(String... phones) {
        return new OutgoingSms("m1", "hello", Arrays.asList(phones), Map.of());
    }
}
