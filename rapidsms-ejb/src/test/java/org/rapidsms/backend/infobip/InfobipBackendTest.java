package org.rapidsms.backend.infobip;

import static org.rapidsms.backend.DeliveryReport.State.DELIVERED;
import static org.rapidsms.backend.DeliveryReport.State.FAILED;
import static org.rapidsms.backend.DeliveryReport.State.SENT;
import static org.rapidsms.backend.SendFailure.MISCONFIGURED;
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

/** What Infobip sends and is sent, with the samples of its documentation. */
class InfobipBackendTest {

    private static final OutgoingSms HELLO =
            new OutgoingSms("m1", "hello", List.of("+15550001", "15550002"), Map.of());

    private static BackendTable table() {
        return BackendTable.of(InfobipEngine::new)
                .setting("api-url", "https://abc.api.infobip.com")
                .setting("api-key", "K3YK3Y")
                .setting("from", "789");
    }

    @TestFactory
    Stream<DynamicTest> receiving() {
        var two =
                """
                POST {"results":[\
                {"messageId":"i1","from":"15550001","to":"789","text":"JOIN me","keyword":"JOIN",\
                "cleanText":"me","receivedAt":"2026-11-21T00:36:44.000+0000","smsCount":1},\
                {"messageId":"i2","from":"15550002","to":"789","text":"","smsCount":1}],\
                "messageCount":2,"pendingMessageCount":0}""";
        return table().requires("api-url")
                .requires("api-key")
                .requires("from")
                .receives(
                        "several texts",
                        two,
                        "",
                        sms("15550001", "JOIN me", "i1"),
                        sms("15550002", "", "i2"))
                .receives("none", "POST {\"results\":[],\"messageCount\":0}", "")
                .receives(
                        "that it waits",
                        status(1, 7, "PENDING_ENROUTE"),
                        "",
                        report(SENT, "PENDING_ENROUTE"))
                .receives(
                        "that the operator has it",
                        status(3, 2, "DELIVERED_TO_OPERATOR"),
                        "",
                        report(SENT, "DELIVERED_TO_OPERATOR"))
                .receives(
                        "that it arrived",
                        status(3, 5, "DELIVERED_TO_HANDSET"),
                        "",
                        report(DELIVERED, "DELIVERED_TO_HANDSET"))
                .receives(
                        "that it is too late",
                        status(4, 15, "EXPIRED_EXPIRED"),
                        "",
                        report(FAILED, "EXPIRED_EXPIRED"))
                .receives(
                        "why it failed",
                        status(2, 9, "UNDELIVERABLE_NOT_DELIVERED")
                                .replace("NO_ERROR", "EC_ABSENT_SUBSCRIBER"),
                        "",
                        report(FAILED, "UNDELIVERABLE_NOT_DELIVERED EC_ABSENT_SUBSCRIBER"))
                .receives("a group that is new to us", status(9, 1, "PONDERING"), "")
                .refuses("a text of nobody", two.replace("\"from\":\"15550002\",", ""), 400, "from")
                .refuses("a form", "POST a=b", 400, "JSON")
                .refuses("a GET", "GET ?a=b", 405, "POST")
                .setting("secret", "s+cret")
                .receives("the secret in the query", "POST ?secret=s%2Bcret {\"results\":[]}", "")
                .refuses("no secret", two, 403, "")
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> sending() {
        return table().gatewaySays(200, answer(1, 26, "PENDING_ACCEPTED"))
                .sends(
                        "to many phones in one call",
                        HELLO,
                        """
                        POST https://abc.api.infobip.com/sms/3/messages
                        Authorization: App K3YK3Y
                        Content-Type: application/json

                        {"messages":[{"sender":"789",\
                        "destinations":[{"to":"15550001"},{"to":"15550002"}],\
                        "content":{"text":"hello"}}]}
                        """)
                .tells("their ids", HELLO, "+15550001 sent as i1", "15550002 sent as i2")
                .setting("delivery-report-url", "https://sms.example.org")
                .setting("secret", "s+cret")
                .sends(
                        "with where to report to, and the secret",
                        HELLO,
                        "POST https://abc.api.infobip.com/sms/3/messages {\"messages\":["
                                + "{\"sender\":\"789\",\"destinations\":[{\"to\":\"15550001\"},"
                                + "{\"to\":\"15550002\"}],\"content\":{\"text\":\"hello\"},"
                                + "\"webhooks\":{\"delivery\":{\"url\":\"https://sms.example.org"
                                + "/backend/test/status/?secret=s%2Bcret\"}}}]}")
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> failures() {
        var table = table();
        Map.of(
                        "6, REJECTED_NETWORK", "REJECTED",
                        "11, REJECTED_SOURCE", "MISCONFIGURED",
                        "12, REJECTED_NOT_ENOUGH_CREDITS", "NO_CREDIT",
                        "17, REJECTED_PREPAID_PACKAGE_EXPIRED", "NO_CREDIT",
                        "19, REJECTED_ROUTE_NOT_AVAILABLE", "MISCONFIGURED",
                        "20, REJECTED_FLOODING_FILTER", "THROTTLED",
                        "21, REJECTED_SYSTEM_ERROR", "UNREACHABLE",
                        "52, REJECTED_DESTINATION", "REJECTED",
                        "999, REJECTED_NEW", "REJECTED")
                .forEach(
                        (status, failure) -> {
                            var words = status.split(", ")[1];
                            int id = Integer.parseInt(status.split(",")[0]);
                            table.gatewaySays(200, answer(5, id, words))
                                    .tells(
                                            status,
                                            HELLO,
                                            "+15550001 sent as i1",
                                            "15550002 " + failure + ": " + words);
                        });
        return table.fails(401, error("UNAUTHORIZED"), MISCONFIGURED)
                .fails(404, "", MISCONFIGURED)
                .fails(429, error("TOO_MANY_REQUESTS"), THROTTLED)
                .fails(500, error("GENERAL_ERROR"), UNREACHABLE)
                .gatewaySays(200, answer(5, 6, "X").replace("15550002", "15550003"))
                .tells("nothing of a phone it forgot", HELLO, "+15550001 sent as i1")
                .gatewaySays(200, "what is this")
                .tells("nothing if it says nothing", HELLO)
                .tests();
    }

    /** The first was taken, and the second has this status. */
    private static String answer(int group, int id, String name) {
        return ("{\"bulkId\":\"b1\",\"messages\":[{\"messageId\":\"i1\",\"destination\":\"15550001\","
                        + "\"status\":{\"groupId\":1,\"id\":26,\"name\":\"PENDING_ACCEPTED\"}},"
                        + "{\"messageId\":\"i2\",\"destination\":\"15550002\",\"status\":"
                        + "{\"groupId\":%d,\"id\":%d,\"name\":\"%s\"}}]}")
                .formatted(group, id, name);
    }

    private static String error(String id) {
        return "{\"requestError\":{\"serviceException\":{\"messageId\":\"%s\",\"text\":\"K3YK3Y\"}}}"
                .formatted(id);
    }

    private static IncomingSms sms(String from, String text, String id) {
        return new IncomingSms(from, text, Map.of("external_id", id));
    }

    private static String status(int group, int id, String name) {
        return ("POST status {\"results\":[{\"messageId\":\"i1\",\"to\":\"15550001\",\"status\":"
                        + "{\"groupId\":%d,\"id\":%d,\"name\":\"%s\"},\"error\":{\"id\":0,"
                        + "\"name\":\"NO_ERROR\",\"permanent\":false}}]}")
                .formatted(group, id, name);
    }

    private static DeliveryReport report(DeliveryReport.State state, String words) {
        return DeliveryReport.of("i1", state, words);
    }
}
