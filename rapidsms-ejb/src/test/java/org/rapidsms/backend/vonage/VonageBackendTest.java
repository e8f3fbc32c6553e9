package org.rapidsms.backend.vonage;

import static org.rapidsms.backend.DeliveryReport.State.DELIVERED;
import static org.rapidsms.backend.DeliveryReport.State.FAILED;
import static org.rapidsms.backend.DeliveryReport.State.SENT;
import static org.rapidsms.backend.SendFailure.MISCONFIGURED;
import static org.rapidsms.backend.SendFailure.NO_CREDIT;
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

/** What Vonage sends and is sent, with the samples of its documentation. */
class VonageBackendTest {

    private static final OutgoingSms HELLO =
            new OutgoingSms("m1", "hello", List.of("+15550001"), Map.of());
    private static final String PING =
            "msisdn=15550001&to=789&messageId=0A0000000123ABCD1&text=ping&type=text&keyword=PING"
                    + "&message-timestamp=2026-11-21+00%3A36%3A44&timestamp=1795221404&nonce=abcd";
    private static final String MD5 = "&sig=d0f6c843a1523ca256c1cae27404208d";
    private static final String SHA256 =
            "&sig=AC4596730F940E1EA9195FDC047B70E673E8FBAF19B396159498D3AD57BDBF2C";

    private static BackendTable table() {
        return BackendTable.of(gateway -> new VonageEngine(gateway, null))
                .setting("api-key", "k3yk3y")
                .setting("api-secret", "s3cret")
                .setting("from", "789");
    }

    @TestFactory
    Stream<DynamicTest> receiving() {
        return table().requires("api-key")
                .requires("api-secret")
                .requires("from")
                .receives("a text by GET", "GET ?" + PING, "", sms("ping"))
                .receives("a text by a form", "POST " + PING, "", sms("ping"))
                .receives(
                        "a text in JSON",
                        "POST {\"msisdn\":\"15550001\",\"to\":\"789\",\"text\":\"h\\u00e9\","
                                + "\"messageId\":\"0A0000000123ABCD1\",\"type\":\"unicode\"}",
                        "",
                        sms("hé"))
                .receives(
                        "a part that says of itself what cannot be",
                        "GET ?" + PING + "&concat=true&concat-ref=1&concat-total=2&concat-part=3",
                        "",
                        sms("ping"))
                .refuses(
                        "a part that nobody can keep",
                        "GET ?concat-ref=1&concat-total=2&concat-part=1&"
                                + PING.replace("=789", "=7%00"),
                        400,
                        "the recipient of a part")
                .receives("nothing of a picture", "GET ?" + PING.replace("=text", "=binary"), "")
                .receives("Vonage's trial of an address", "GET", "")
                .receives("that it was taken", status("accepted"), "", report(SENT, "accepted 0"))
                .receives("that it waits", status("buffered"), "", report(SENT, "buffered 0"))
                .receives(
                        "that it arrived",
                        status("delivered"),
                        "",
                        report(DELIVERED, "delivered 0"))
                .receives("that it failed", status("failed"), "", report(FAILED, "failed 0"))
                .receives("that it is too late", status("expired"), "", report(FAILED, "expired 0"))
                .receives(
                        "that it was refused", status("rejected"), "", report(FAILED, "rejected 0"))
                .receives("what nobody knows", status("unknown"), "")
                .receives("a word that is new to us", status("pondering"), "")
                .refuses("a text of nobody", "GET ?text=a&messageId=1", 400, "msisdn is required")
                .refuses("a text without id", "GET ?text=a&msisdn=1", 400, "messageId is required")
                .refuses("a PUT", "PUT a=b", 405, "GET and POST")
                .refuses("another address", "GET voice?a=b", 404, "nothing")
                .tests();
    }

    /** The samples are as old as this test: a repetition after a day is no forgery. */
    @TestFactory
    Stream<DynamicTest> signatures() {
        return table().refusesSetting(
                        "signature-method",
                        "rot13",
                        "must be md5hash, md5, sha1, sha256 or sha512, not rot13")
                .setting("signature-secret", "sigsecret")
                .receives("a text signed with MD5", "GET ?" + PING + MD5, "", sms("ping"))
                .receives(
                        "signs that join what is signed",
                        "GET ?"
                                + PING.replace("=ping", "=a%3Db%26c")
                                + "&sig=7a1edbce5bbb99650613eaefa624a559",
                        "",
                        sms("a=b&c"))
                .receives(
                        "an empty text that is signed",
                        "GET ?"
                                + PING.replace("=ping", "=")
                                + "&sig=ae245e6c0051f8b7015339c161e440b9",
                        "",
                        sms(""))
                .receives(
                        "an empty text that is left out of what is signed",
                        "GET ?"
                                + PING.replace("=ping", "=")
                                + "&sig=9fafa0c630169d01a06b3d71ec231620",
                        "",
                        sms(""))
                .receives("a signed form", "POST " + PING + MD5, "", sms("ping"))
                .receives("Vonage's trial of an address", "GET", "")
                .refuses("no signature", "GET ?" + PING, 403, "")
                .refuses("a report without", status("delivered"), 403, "")
                .refuses("a changed text", "GET ?" + PING.replace("ping", "pong") + MD5, 403, "")
                .refuses("another method", "GET ?" + PING + SHA256, 403, "")
                .setting("signature-method", "sha256")
                .receives("a text signed with SHA-256", "GET ?" + PING + SHA256, "", sms("ping"))
                .refuses("MD5 now", "GET ?" + PING + MD5, 403, "")
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> sending() {
        var taken =
                "{\"message-count\":\"2\",\"messages\":[{\"status\":\"0\",\"message-id\":\"M1\","
                        + "\"to\":\"15550001\"},{\"status\":\"0\",\"message-id\":\"M2\"}]}";
        var body = "api_key=k3yk3y&api_secret=s3cret";
        return table().gatewaySays(200, taken)
                .sends(
                        "a text",
                        HELLO,
                        "POST https://rest.nexmo.com/sms/json "
                                + body
                                + "&from=789&text=hello&to=15550001&type=text")
                .tells("the id of its first part", HELLO, "+15550001 sent as M1")
                .sends(
                        "a text that GSM cannot write",
                        new OutgoingSms("m1", "ሰላም", List.of("1"), Map.of()),
                        "POST https://rest.nexmo.com/sms/json "
                                + body
                                + "&from=789&text=%E1%88%B0%E1%88%8B%E1%88%9D&to=1&type=unicode")
                .setting("delivery-report-url", "https://sms.example.org")
                .setting("api-url", "http://127.0.0.1:1")
                .sends(
                        "with where to report to",
                        HELLO,
                        "POST http://127.0.0.1:1/sms/json "
                                + body
                                + "&callback=https%3A%2F%2Fsms.example.org%2Fbackend%2Ftest"
                                + "%2Fstatus%2F&from=789&status-report-req=1&text=hello"
                                + "&to=15550001&type=text")
                .tests();
    }

    /** Pitfall: every answer is 200. */
    @TestFactory
    Stream<DynamicTest> failures() {
        return table().fails(200, status(1), THROTTLED)
                .fails(200, status(2), REJECTED)
                .fails(200, status(4), MISCONFIGURED)
                .fails(200, status(5), UNREACHABLE)
                .fails(200, status(7), REJECTED)
                .fails(200, status(9), NO_CREDIT)
                .fails(200, status(15), MISCONFIGURED)
                .fails(200, status(29), REJECTED)
                .fails(200, status(77), REJECTED)
                .fails(200, "what is this", UNKNOWN)
                .fails(429, "", THROTTLED)
                .fails(502, "", UNREACHABLE)
                .gatewaySays(200, status(0).replace("]", ",{\"status\":\"1\"}]"))
                .tells("that a part was not taken", HELLO, "+15550001 THROTTLED: status 1")
                .tests();
    }

    private static String status(int status) {
        return "{\"message-count\":\"1\",\"messages\":[{\"status\":\"%d\",\"error-text\":\"k3yk3y\"}]}"
                .formatted(status);
    }

    private static IncomingSms sms(String text) {
        return new IncomingSms(
                "15550001", text, Map.of("external_id", "0A0000000123ABCD1", "to", "789"));
    }

    private static String status(String word) {
        return "GET status?msisdn=15550001&to=789&messageId=M1&err-code=0&status=" + word;
    }

    private static DeliveryReport report(DeliveryReport.State state, String words) {
        return DeliveryReport.of("M1", state, words);
    }
}
