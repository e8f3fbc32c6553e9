package org.rapidsms.backend.http;

import static org.rapidsms.backend.DeliveryReport.State.DELIVERED;
import static org.rapidsms.backend.DeliveryReport.State.FAILED;
import static org.rapidsms.backend.DeliveryReport.State.SENT;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.rapidsms.backend.DeliveryReport;
import org.rapidsms.backend.IncomingSms;
import org.rapidsms.backend.Webhook;
import org.rapidsms.testing.BackendTable;

/** What calls of gateways mean that do not speak RapidSMS's own way. */
class HttpCallsTest {

    @TestFactory
    Stream<DynamicTest> textsInForms() {
        return table().setting("incoming-id", "id")
                .receives(
                        "a text with its id",
                        "POST identity=1&text=x&id=+7+",
                        "OK",
                        new IncomingSms("1", "x", Map.of("external_id", "7")))
                .receives("one without", "GET ?identity=1&text=x", "OK", sms("1", "x"))
                .receives("one with none", "GET ?identity=1&text=x&id=", "OK", sms("1", "x"))
                .refuses(
                        "JSON that nobody asked for",
                        "POST {\"identity\":\"1\",\"text\":\"x\"}",
                        400,
                        "identity is required")
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> textsInJson() {
        return table().setting("incoming-identity", "/results/0/from")
                .setting("incoming-text", "/results/0/text")
                .setting("incoming-id", "/results/0/a~1b")
                .receives(
                        "a text",
                        "POST {\"results\":[{\"from\":\" +1 \",\"text\":\" é😀"
                                + " \\u0000\",\"a/b\":7}]}",
                        "OK",
                        new IncomingSms("+1", " é😀 \0", Map.of("external_id", "7")))
                .receives(
                        "an empty text, and a number for a phone",
                        "POST {\"results\":[{\"from\":1,\"text\":\"\"}]}",
                        "OK",
                        sms("1", ""))
                .receives(
                        "JSON whose type is wrong",
                        """
                        POST
                        Content-Type: text/plain

                        {"results":[{"from":"1","text":"x"}]}
                        """,
                        "OK",
                        sms("1", "x"))
                .refuses(
                        "nobody's text",
                        "POST {\"results\":[]}",
                        400,
                        "/results/0/from is required")
                .refuses(
                        "a blank phone",
                        "POST {\"results\":[{\"from\":\" \",\"text\":\"x\"}]}",
                        400,
                        "may not be blank")
                .refuses(
                        "a phone that is a list",
                        "POST {\"results\":[{\"from\":[1],\"text\":\"x\"}]}",
                        400,
                        "is required")
                .refuses("a form", "POST from=1&text=x", 400, "the body is no JSON")
                .refuses("nothing", "POST", 400, "the body is no JSON")
                .refuses("a GET", "GET ?from=1", 405, "POST")
                .refusesSetting(
                        "incoming-text", "text", "must be a JSON pointer, as /results/0/from is")
                .refusesSetting(
                        "incoming-id", "id", "must be a JSON pointer, as /results/0/from is")
                .refusesSetting(
                        "incoming-id", "/a~2", "must be a JSON pointer such as /id, not /a~2")
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> answers() {
        return table().setting("incoming-answer", "\"\"")
                .receives("and says nothing", "GET ?identity=1&text=x", "", sms("1", "x"))
                .setting("incoming-answer", "{\"success\":true}")
                .setting("incoming-answer-type", "application/json")
                .setting("incoming-answer-status", "202")
                .receives(
                        "and says what is set",
                        "GET ?identity=1&text=x",
                        new Webhook(
                                List.of(sms("1", "x")),
                                202,
                                "application/json",
                                "{\"success\":true}"))
                .refusesSetting(
                        "incoming-answer-status",
                        "404",
                        "must be a whole number from 200 to 299, not 404")
                .refusesSetting(
                        "incoming-answer-type",
                        "xml",
                        "must be a media type such as text/xml, not xml")
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> reports() {
        return table().refuses(
                        "a report that nobody asked for", "GET status?id=1&s=sent", 404, "nothing")
                .setting("report-id", "id")
                .setting("report-status", "s")
                .requires("report-status")
                .receives(
                        "DELIVRD", "GET status?id=1&s=DELIVRD", "OK", report(DELIVERED, "DELIVRD"))
                .receives("undeliv", "POST status id=1&s=undeliv", "OK", report(FAILED, "undeliv"))
                .receives("a word of nobody", "GET status?id=1&s=teleported", "OK")
                .refuses("no word", "GET status?id=1", 400, "s is required")
                .refuses("no id", "GET status?id=&s=sent", 400, "id is required")
                .setting("report-sent", "ok, Delivered")
                .receives("a word of ours", "GET status?id=1&s=OK", "OK", report(SENT, "OK"))
                .receives(
                        "a word taken over",
                        "GET status?id=1&s=delivered",
                        "OK",
                        report(SENT, "delivered"))
                .refusesSetting(
                        "report-failed", "no, OK", "has a word twice, or one of another list: ok")
                .refusesSetting("report-message-id", "m", "is there, and report-id too")
                .refusesSetting("report-identity", "/to", "must be a parameter's name, as id is")
                .setting("report-identity", "to")
                .receives(
                        "of one phone of many",
                        "GET status?id=1&s=ok&to=%2B1",
                        "OK",
                        new DeliveryReport("", "+1", List.of("1"), SENT, "ok"))
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> reportsWithOurId() {
        return table().setting("report-message-id", "/ref")
                .setting("report-identity", "/to")
                .setting("report-status", "/status")
                .requires("report-identity")
                .receives(
                        "in JSON",
                        "POST status/ {\"ref\":\"m1\",\"to\":\"+1\",\"status\":\"Expired\"}",
                        "OK",
                        new DeliveryReport("m1", "+1", FAILED, "Expired"))
                .refuses("none of nobody", "POST status {\"ref\":\"m1\"}", 400, "/to is required")
                .tests();
    }

    private static BackendTable table() {
        return BackendTable.of(HttpEngine::new);
    }

    private static DeliveryReport report(DeliveryReport.State state, String words) {
        return DeliveryReport.of("1", state, words);
    }

    private static IncomingSms sms(String identity, String text) {
        return new IncomingSms(identity, text);
    }
}
