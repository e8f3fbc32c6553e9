package org.rapidsms.backend.vumi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rapidsms.backend.SendFailure.MISCONFIGURED;
import static org.rapidsms.backend.SendFailure.REJECTED;
import static org.rapidsms.backend.SendFailure.THROTTLED;
import static org.rapidsms.backend.SendFailure.UNREACHABLE;

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
import org.rapidsms.backend.IncomingSms;
import org.rapidsms.backend.OutgoingSms;
import org.rapidsms.backend.WebhookRequest;
import org.rapidsms.settings.Settings;
import org.rapidsms.settings.SettingsException;
import org.rapidsms.testing.BackendTable;

/** Rows 193 to 213 of the conformance list, and what the relay sends and takes. */
class VumiBackendTest {

    private static final Map<String, String> SAMPLE =
            Map.of(
                    "message_id", "56047985ceec40da908ca064f2fd59d3",
                    "to_addr", "127.0.0.1:8000",
                    "from_addr", "127.0.0.1:38634",
                    "transport_name", "telnet",
                    "transport_type", "telnet");

    @TestFactory
    Stream<DynamicTest> receiving() {
        return vumi().receives(
                        "a message as the relay sends it",
                        "POST "
                                + json("\"content\":\"ping\"")
                                        .replace(
                                                "}",
                                                ",\"message_version\":\"20110921\",\"message_type\":"
                                                        + "\"user_message\",\"group\":null,"
                                                        + "\"transport_metadata\":{\"a\":[1]}}"),
                        "",
                        sms("ping"))
                .receives("an empty text", "POST " + json("\"content\":\"\""), "", sms(""))
                .receives("no text at all", "POST " + json("\"content\":null"), "", sms(""))
                .receives("not even a word of it", "POST " + json("\"group\":null"), "", sms(""))
                .receives(
                        "any script and sign",
                        "POST " + json("\"content\":\"سلام \\ud83d\\ude00 & +\\u0000\""),
                        "",
                        sms("سلام 😀 & +\0"))
                .receives(
                        "1600 characters",
                        "POST " + json("\"content\":\"" + "x".repeat(1600) + "\""),
                        "",
                        sms("x".repeat(1600)))
                .receives(
                        "the end of a session and what it answers",
                        "POST " + json("\"session_event\":\"close\",\"in_reply_to\":\"a1\""),
                        "",
                        sms("", Map.of("session_event", "close", "in_reply_to", "a1")))
                .refuses("what is no JSON", "POST {bad json, , lala}", 400, "no JSON object")
                .refuses("a list", "POST []", 400, "no JSON object")
                .refuses("nothing", "POST ", 400, "no JSON object")
                .refuses("a GET", "GET ", 405, "POST")
                .refuses("a PUT", "PUT {}", 405, "POST")
                .refuses("another address", "POST status?", 404, "nothing at this address")
                .tests();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"message_id", "to_addr", "from_addr", "transport_name", "transport_type"})
    void whatTheRelayAlwaysSaysMayNotBeMissing(String name) {
        for (var nothing : new String[] {"null", "\"\"", "\" \""}) {
            var body = json("\"" + name + "\":" + nothing, name);

            assertThatThrownBy(() -> configured(Map.of()).receive(post(body, Map.of())))
                    .isInstanceOf(BadWebhookException.class)
                    .hasMessageContaining(name + " is required");
        }
    }

    @Test
    void aSenderMayBeANumber() {
        var webhook =
                configured(Map.of())
                        .receive(post(json("\"from_addr\":12345", "from_addr"), Map.of()));

        assertThat(webhook.events())
                .singleElement()
                .extracting(event -> ((IncomingSms) event).identity())
                .isEqualTo("12345");
    }

    @Test
    void aRelayThatHasAPasswordIsHeardOnlyWithIt() {
        var vumi =
                configured(Map.of("rapidsms-username", "rapidsms", "rapidsms-password", "secret"));
        var right = Map.of("Authorization", "Basic cmFwaWRzbXM6c2VjcmV0");
        var wrong = Map.of("Authorization", "Basic cmFwaWRzbXM6d3Jvbmc=");

        assertThat(vumi.receive(post(json("\"content\":\"a\""), right)).events()).hasSize(1);
        for (var headers : List.of(wrong, Map.<String, String>of())) {
            assertThatThrownBy(() -> vumi.receive(post(json("\"content\":\"a\""), headers)))
                    .isInstanceOfSatisfying(
                            BadWebhookException.class, e -> assertThat(e.status()).isEqualTo(403));
        }
    }

    @TestFactory
    Stream<DynamicTest> sending() {
        var to = "POST http://vumi.test/send/ ";
        var rest = ",\"session_event\":null,\"metadata\":{\"rapidsms_msg_id\":\"m1\"}}";
        return vumi().requires("sendsms-url")
                .sends(
                        "a text, its phone in a list",
                        sms(Map.of(), "x"),
                        to + "{\"content\":\"héllo \\\"😀\\\"\",\"to_addr\":[\"x\"]" + rest)
                .sends(
                        "to many in one call",
                        sms(Map.of("external_id", "a1"), "+1", "2"),
                        to + "{\"content\":\"héllo \\\"😀\\\"\",\"to_addr\":[\"+1\",\"2\"]" + rest)
                .fails(400, "Supplied `to_addr` was not a list.", REJECTED)
                .fails(401, "Unauthorized", MISCONFIGURED)
                .fails(429, "", THROTTLED)
                .fails(500, "boom", UNREACHABLE)
                .setting("sendsms-params.endpoint", "default")
                .setting("sendsms-params.content", "zz")
                .sends(
                        "what the settings say besides, which takes nothing away",
                        sms(Map.of(), "1"),
                        to
                                + "{\"content\":\"héllo \\\"😀\\\"\",\"endpoint\":\"default\",\"to_addr\":[\"1\"]"
                                + rest)
                .tests();
    }

    @ParameterizedTest
    @CsvSource({
        "sendsms-user, sendsms-pass",
        "sendsms-pass, sendsms-user",
        "rapidsms-username, rapidsms-password"
    })
    void aNameAndItsPasswordBelongTogether(String there, String missing) {
        assertThatThrownBy(() -> configured(Map.of(there, "x")))
                .isInstanceOf(SettingsException.class)
                .hasMessage("x." + missing + " is required beside " + there);
    }

    @Test
    void itsSettingsPrintNoPassword() {
        var settings =
                Settings.of(
                        "x",
                        Map.of(
                                "sendsms-url", "http://vumi.test/send/",
                                "sendsms-user", "rapidsms",
                                "sendsms-pass", "s3cret"));

        assertThat(VumiConfig.from(settings).toString()).doesNotContain("s3cret", "cmFwaWRzbX");
    }

    private static BackendTable vumi() {
        return BackendTable.of(VumiEngine::new).setting("sendsms-url", "http://vumi.test/send/");
    }

    private static Backend configured(Map<String, String> more) {
        var settings = new HashMap<>(more);
        settings.put("sendsms-url", "http://vumi.test/send/");
        return new VumiEngine(null).configure("test", Settings.of("x", settings));
    }

    private static WebhookRequest post(String body, Map<String, String> headers) {
        return new WebhookRequest("POST", "", "", "http://us.test/", headers, body.getBytes(UTF_8));
    }

    /** The sample, without some names, and with more. */
    private static String json(String more, String... without) {
        var body = new StringBuilder("{" + more);
        SAMPLE.forEach(
                (name, value) -> {
                    if (!List.of(without).contains(name)) {
                        body.append(",\"%s\":\"%s\"".formatted(name, value));
                    }
                });
        return body.append("}").toString();
    }

    private static IncomingSms sms(String text) {
        return sms(text, Map.of());
    }

    private static IncomingSms sms(String text, Map<String, String> more) {
        var fields = new HashMap<>(SAMPLE);
        fields.putAll(more);
        fields.put("external_id", SAMPLE.get("message_id"));
        return new IncomingSms(SAMPLE.get("from_addr"), text, fields);
    }

    private static OutgoingSms sms(Map<String, String> context, String... phones) {
        return new OutgoingSms("m1", "héllo \"😀\"", List.of(phones), context);
    }
}
