package org.rapidsms.backend.telerivet;

import static org.rapidsms.backend.DeliveryReport.State.DELIVERED;
import static org.rapidsms.backend.DeliveryReport.State.FAILED;
import static org.rapidsms.backend.DeliveryReport.State.SENT;
import static org.rapidsms.backend.SendFailure.MISCONFIGURED;
import static org.rapidsms.backend.SendFailure.NO_CREDIT;
import static org.rapidsms.backend.SendFailure.REJECTED;
import static org.rapidsms.backend.SendFailure.THROTTLED;
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

/** What Telerivet sends and is sent, with the samples of its documentation. */
class TelerivetBackendTest {

    private static final OutgoingSms HELLO =
            new OutgoingSms("m1", "hello", List.of("+15550001"), Map.of());
    private static final String TEXT =
            "POST event=incoming_message&id=SM1a2b&message_type=sms&content=echo%20hi"
                    + "&from_number=%2B15550001&to_number=%2B789&phone_id=PN1&project_id=PJ1"
                    + "&contact_id=CT1&contact%5Bname%5D=A&time_created=1795221404&secret=s3cret";

    private static BackendTable table() {
        return BackendTable.of(TelerivetEngine::new)
                .setting("project-id", "PJ1")
                .setting("api-key", "K3YK3Y")
                .setting("secret", "s3cret");
    }

    @TestFactory
    Stream<DynamicTest> receiving() {
        return table().requires("project-id")
                .requires("api-key")
                .requires("secret")
                .refusesSetting(
                        "project-id", "P/1", "must be letters and digits, as Telerivet gave it")
                .receives(
                        "a text",
                        TEXT,
                        "",
                        new IncomingSms("+15550001", "echo hi", Map.of("external_id", "SM1a2b")))
                .receives("nothing of a call", TEXT.replace("=sms", "=call"), "")
                .receives("an event that is new to us", TEXT.replace("incoming_m", "m"), "")
                .receives("that it left", status("sent"), "", report(SENT, "sent"))
                .receives(
                        "that it arrived", status("delivered"), "", report(DELIVERED, "delivered"))
                .receives("that it was read", status("read"), "", report(DELIVERED, "read"))
                .receives(
                        "why it failed",
                        status("failed&error_message=no+signal"),
                        "",
                        report(FAILED, "failed no signal"))
                .receives(
                        "that it did not arrive",
                        status("not_delivered"),
                        "",
                        report(FAILED, "not_delivered"))
                .receives(
                        "a report where texts come",
                        status("sent").replace("status event", "event"),
                        "",
                        report(SENT, "sent"))
                .receives("that it is on its way", status("failed_queued"), "")
                .receives("a word that is new to us", status("pondering"), "")
                .refuses("another secret", TEXT.replace("s3cret", "s3cre"), 403, "not known")
                .refuses("no secret", TEXT.replace("secret=", "x="), 403, "not known")
                .refuses("a report without", status("sent").replace("s3cret", ""), 403, "not")
                .refuses("a text of nobody", TEXT.replace("from_", "x_"), 400, "from_number")
                .refuses("JSON", "POST {\"secret\":\"s3cret\"}", 403, "not known")
                .refuses("a GET", "GET ?secret=s3cret", 405, "POST")
                .refuses("another address", "POST voice event=x", 404, "nothing")
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> sending() {
        return table().gatewaySays(200, "{\"id\":\"SM9\",\"status\":\"queued\"}")
                .sends(
                        "with the key as the user's name",
                        HELLO,
                        """
                        POST https://api.telerivet.com/v1/projects/PJ1/messages/send
                        Authorization: Basic SzNZSzNZOg==
                        Content-Type: application/json

                        {"to_number":"+15550001","content":"hello"}
                        """)
                .tells("the id of the text", HELLO, "+15550001 sent as SM9")
                .setting("route-id", "PN1")
                .setting("delivery-report-url", "https://sms.example.org/")
                .sends(
                        "by a phone, with where to report to",
                        HELLO,
                        "POST https://api.telerivet.com/v1/projects/PJ1/messages/send"
                                + " {\"to_number\":\"+15550001\",\"content\":\"hello\","
                                + "\"route_id\":\"PN1\",\"status_url\":"
                                + "\"https://sms.example.org/backend/test/status/\","
                                + "\"status_secret\":\"s3cret\"}")
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> failures() {
        return table().fails(401, error("invalid_key"), MISCONFIGURED)
                .fails(404, error("not_found"), MISCONFIGURED)
                .fails(402, error("payment_required"), NO_CREDIT)
                .fails(429, error("too_many"), THROTTLED)
                .fails(500, "", UNREACHABLE)
                .fails(200, "{\"id\":\"SM9\",\"status\":\"failed\"}", REJECTED)
                .gatewaySays(400, error("invalid_param"))
                .tells("its code", HELLO, "+15550001 REJECTED: HTTP status 400, invalid_param")
                .tests();
    }

    private static String error(String code) {
        return "{\"error\":{\"message\":\"K3YK3Y\",\"code\":\"%s\",\"param\":\"x\"}}"
                .formatted(code);
    }

    private static String status(String words) {
        return "POST status event=send_status&id=SM9&secret=s3cret&status=" + words;
    }

    private static DeliveryReport report(DeliveryReport.State state, String words) {
        return DeliveryReport.of("SM9", state, words);
    }
}
