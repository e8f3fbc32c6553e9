package org.rapidsms.backend.clickatell;

import static org.rapidsms.backend.DeliveryReport.State.DELIVERED;
import static org.rapidsms.backend.DeliveryReport.State.FAILED;
import static org.rapidsms.backend.DeliveryReport.State.SENT;
import static org.rapidsms.backend.SendFailure.MISCONFIGURED;
import static org.rapidsms.backend.SendFailure.NO_CREDIT;
import static org.rapidsms.backend.SendFailure.OPTED_OUT;
import static org.rapidsms.backend.SendFailure.REJECTED;
import static org.rapidsms.backend.SendFailure.THROTTLED;
import static org.rapidsms.backend.SendFailure.UNKNOWN;
import static org.rapidsms.backend.SendFailure.UNREACHABLE;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.rapidsms.backend.DeliveryReport;
import org.rapidsms.backend.IncomingSms;
import org.rapidsms.backend.OutgoingSms;
import org.rapidsms.testing.BackendTable;

/** What Clickatell sends and is sent, by its platform and by its older API. */
class ClickatellBackendTest {

    private static final OutgoingSms HELLO =
            new OutgoingSms("m1", "hello", List.of("+15550001", "15550002"), Map.of());

    private static BackendTable platform() {
        return BackendTable.of(ClickatellEngine::new).setting("api-key", "KEYKEY==");
    }

    private static BackendTable older() {
        return BackendTable.of(ClickatellEngine::new)
                .setting("user", "me")
                .setting("password", "s3cret")
                .setting("api-id", "4711");
    }

    @TestFactory
    Stream<DynamicTest> settings() {
        return older().requires("password")
                .requires("api-id")
                .refusesSetting(
                        "api-key",
                        "KEYKEY==",
                        "is required for the platform, or user for the older API")
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> platformReceiving() {
        return platform()
                .requires("api-key")
                .receives("a text", text("hello", ""), "", sms("hello"))
                .receives("a text with signs", text("50% a+b", "UTF-8"), "", sms("50% a+b"))
                .receives("an escaped text", text("h%E9+you", "ISO-8859-1"), "", sms("hé you"))
                .receives(
                        "a text not escaped",
                        text("100% of us", "ISO-8859-1"),
                        "",
                        sms("100% of us"))
                .receives("a lone percent sign", text("100%", "ISO-8859-1"), "", sms("100%"))
                .receives(
                        "UTF-16, whose zeros stand before plus signs",
                        text("%00m%00e%00+%06%33", "UTF-16BE"),
                        "",
                        sms("me س"))
                .receives("that it is queued", status(2), "", report(SENT, "2"))
                .receives("that it arrived", status(4), "", report(DELIVERED, "4"))
                .receives("that it failed", status(7), "", report(FAILED, "7"))
                .receives("that it is too late", status(10), "", report(FAILED, "10"))
                .receives("a code that is new to us", status(99), "")
                .refuses("what is no JSON", "POST <a/>", 400, "JSON")
                .refuses(
                        "a text of nobody",
                        "POST {\"messageId\":\"1\",\"text\":\"a\"}",
                        400,
                        "from")
                .refuses("a PUT", "PUT a=b", 405, "GET and POST")
                .setting("secret", "s+cret")
                .receives(
                        "the secret in the query",
                        text("hello", "").replace("POST", "POST ?secret=s%2Bcret"),
                        "",
                        sms("hello"))
                .refuses("no secret", text("hello", ""), 403, "")
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> platformSending() {
        var partly =
                """
                {"messages":[{"apiMessageId":"77e9","accepted":true,"to":"15550001","error":null},
                 {"apiMessageId":null,"accepted":false,"to":"15550002",
                  "error":{"code":26,"description":"Recipient opted out"}}],"error":null}""";
        return platform()
                .gatewaySays(202, partly.replace("false", "true"))
                .sends(
                        "to many phones in one call",
                        HELLO,
                        """
                        POST https://platform.clickatell.com/v1/message
                        Authorization: KEYKEY==
                        Accept: application/json
                        Content-Type: application/json

                        {"messages":[\
                        {"channel":"sms","to":"15550001","content":"hello","clientMessageId":"m1"},\
                        {"channel":"sms","to":"15550002","content":"hello","clientMessageId":"m1"}]}
                        """)
                .gatewaySays(207, partly)
                .tells(
                        "each phone's own",
                        HELLO,
                        "+15550001 sent as 77e9",
                        "15550002 OPTED_OUT: error 26")
                .fails(401, error(1), MISCONFIGURED)
                .fails(400, error(20), NO_CREDIT)
                .fails(400, error(43), THROTTLED)
                .fails(400, error(21), REJECTED)
                .fails(503, error(19), UNREACHABLE)
                .fails(429, "", THROTTLED)
                .fails(202, "what is this", UNKNOWN)
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> olderReceiving() {
        var text = "api_id=4711&from=15550001&to=789&timestamp=2026-11-21+02:36:44&moMsgId=mo1";
        return older().receives("a text", "GET ?" + text + "&text=hello", "", sms("hello"))
                .receives("a text by a form", "POST " + text + "&text=hello", "", sms("hello"))
                .receives(
                        "Latin-1", "GET ?" + text + "&text=h%E9&charset=ISO-8859-1", "", sms("hé"))
                .receives(
                        "UTF-16",
                        "GET ?" + text + "&text=%06%33%06%44&charset=UTF-16BE",
                        "",
                        sms("سل"))
                .receives(
                        "that it arrived",
                        "GET status?apiMsgId=a1&cliMsgId=&to=15550001&status=004&charge=1",
                        "",
                        DeliveryReport.of("a1", DELIVERED, "4"))
                .receives("a status that is new", "GET status?apiMsgId=a1&status=099", "")
                .refuses("a report of nothing", "GET status?status=004", 400, "messageId")
                .tests();
    }

    /** Pitfall: a success in HTTP, with a line for each phone. */
    @TestFactory
    Stream<DynamicTest> olderSending() {
        return older().gatewaySays(200, "ID: a1 To: 15550001\nID: a2 To: 15550002\n")
                .sends(
                        "a plain text",
                        HELLO,
                        "POST https://api.clickatell.com/http/sendmsg api_id=4711&concat=1"
                                + "&password=s3cret&text=hello&to=15550001%2C15550002&unicode=0"
                                + "&user=me")
                .sends(
                        "what is not plain as UCS-2",
                        new OutgoingSms("m1", "hé", HELLO.identities(), Map.of()),
                        "POST https://api.clickatell.com/http/sendmsg api_id=4711&concat=1"
                                + "&password=s3cret&text=006800e9&to=15550001%2C15550002&unicode=1"
                                + "&user=me")
                .gatewaySays(
                        200,
                        "ID: a1 To: 15550001\r\nERR: 105, Invalid Destination Address To: 15550002")
                .tells(
                        "each phone's own",
                        HELLO,
                        "+15550001 sent as a1",
                        "15550002 REJECTED: error 105")
                .gatewaySays(200, "ERR: 122, Destination mobile opted out To: 15550002")
                .tells("nothing of a phone it forgot", HELLO, "15550002 OPTED_OUT")
                .gatewaySays(200, "ID: a1b2")
                .tells("the id of the only one", to("+15550009"), "+15550009 sent as a1b2")
                .fails(200, "ERR: 001, Authentication failed", MISCONFIGURED)
                .fails(200, "ERR: 108, Invalid or missing API ID", MISCONFIGURED)
                .fails(200, "ERR: 113, Maximum message parts exceeded", REJECTED)
                .fails(200, "ERR: 130, Maximum MT limit exceeded", THROTTLED)
                .fails(200, "ERR: 301, No Credit Left", NO_CREDIT)
                .fails(200, "ERR: 901, Internal error", UNREACHABLE)
                .fails(200, "ERR: 122, Destination mobile opted out", OPTED_OUT)
                .fails(502, "", UNREACHABLE)
                .tests();
    }

    private static OutgoingSms to(String identity) {
        return new OutgoingSms("m1", "hello", List.of(identity), Map.of());
    }

    private static String error(int code) {
        return "{\"messages\":[],\"error\":{\"code\":\"%03d\",\"description\":\"KEYKEY==\"}}"
                .formatted(code);
    }

    private static String text(String text, String charset) {
        return ("POST {\"messageId\":\"mo1\",\"fromNumber\":\"15550001\",\"toNumber\":\"789\","
                        + "\"timestamp\":1795221404000,\"text\":\"%s\",\"charset\":\"%s\"}")
                .formatted(text, charset);
    }

    private static IncomingSms sms(String text) {
        return new IncomingSms("15550001", text, Map.of("external_id", "mo1"));
    }

    private static String status(int code) {
        return "POST status {\"messageId\":\"77e9\",\"statusCode\":%d,\"status\":\"WORDS\"}"
                .formatted(code);
    }

    private static DeliveryReport report(DeliveryReport.State state, String words) {
        return DeliveryReport.of("77e9", state, words);
    }
}
