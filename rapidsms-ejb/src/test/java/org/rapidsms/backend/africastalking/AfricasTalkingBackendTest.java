package org.rapidsms.backend.africastalking;

import static org.rapidsms.backend.DeliveryReport.State.DELIVERED;
import static org.rapidsms.backend.DeliveryReport.State.FAILED;
import static org.rapidsms.backend.DeliveryReport.State.SENT;
import static org.rapidsms.backend.SendFailure.MISCONFIGURED;
import static org.rapidsms.backend.SendFailure.NO_CREDIT;
import static org.rapidsms.backend.SendFailure.THROTTLED;
import static org.rapidsms.backend.SendFailure.UNKNOWN;
import static org.rapidsms.backend.SendFailure.UNREACHABLE;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.rapidsms.backend.Consent;
import org.rapidsms.backend.DeliveryReport;
import org.rapidsms.backend.IncomingSms;
import org.rapidsms.backend.OutgoingSms;
import org.rapidsms.testing.BackendTable;

/** What Africa's Talking sends and is sent, with the samples of its documentation. */
class AfricasTalkingBackendTest {

    private static final String ONE = "+254711000001";
    private static final String TWO = "+254711000002";
    private static final OutgoingSms HELLO =
            new OutgoingSms("m1", "hello", List.of(ONE, TWO), Map.of());
    private static final String PARTLY =
            """
            {"SMSMessageData":{"Message":"Sent to 1/2 Total Cost: KES 0.8000","Recipients":[
              {"statusCode":101,"number":"+254711000001","status":"Success",
               "cost":"KES 0.8000","messageId":"ATXid_1"},
              {"statusCode":403,"number":"+254711000002","status":"InvalidPhoneNumber",
               "cost":"0","messageId":"None"}]}}""";

    private static BackendTable table() {
        return BackendTable.of(AfricasTalkingEngine::new)
                .setting("username", "rapid")
                .setting("api-key", "k3yk3y");
    }

    @TestFactory
    Stream<DynamicTest> receiving() {
        return table().requires("username")
                .requires("api-key")
                .receives(
                        "a text",
                        "POST id=5f1c&from=%2B254711000001&to=789&text=echo+h%C3%A9&date="
                                + "2026-11-21+00%3A36%3A44&linkId=&networkCode=63902",
                        "",
                        sms("echo hé", "5f1c"))
                .receives(
                        "an empty text with another date",
                        "POST id=5f1d&from=%2B254711000001&to=789&text=&date=2026-11-21T00:36:44Z",
                        "",
                        sms("", "5f1d"))
                .receives(
                        "that somebody stops us",
                        "POST opt-out senderId=789&phoneNumber=%2B254711000001",
                        "",
                        new Consent("+254711000001", false))
                .receives("that it left", status("Sent"), "", report(SENT, "Sent"))
                .receives("that it was taken", status("Submitted"), "", report(SENT, "Submitted"))
                .receives("that it waits", status("Buffered"), "", report(SENT, "Buffered"))
                .receives("that it arrived", status("Success"), "", report(DELIVERED, "Success"))
                .receives("that it was refused", status("Rejected"), "", report(FAILED, "Rejected"))
                .receives("that it is too late", status("Expired"), "", report(FAILED, "Expired"))
                .receives(
                        "why it failed",
                        status("Failed&failureReason=UserInBlackList"),
                        "",
                        report(FAILED, "Failed UserInBlackList"))
                .receives("a word that is new to us", status("Pondering"), "")
                .refuses("a text of nobody", "POST id=1&text=a", 400, "from is required")
                .refuses("a text without id", "POST from=1&text=a", 400, "id is required")
                .refuses("a GET", "GET ?id=1&from=1&text=a", 405, "POST")
                .refuses("another address", "POST optout from=1", 404, "nothing")
                .setting("secret", "s+cret")
                .receives(
                        "a text with the secret in the query",
                        "POST ?secret=s%2Bcret id=5f1c&from=%2B254711000001&text=a",
                        "",
                        sms("a", "5f1c"))
                .refuses("another secret", "POST ?secret=s+cret id=1&from=1&text=a", 403, "")
                .refuses("no secret", "POST id=1&from=1&text=a", 403, "")
                .refuses("a report without it", status("Success"), 403, "")
                .refuses("it in the form", "POST id=1&from=1&text=a&secret=s%2Bcret", 403, "")
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> sending() {
        return table().gatewaySays(201, PARTLY.replace("403", "101"))
                .setting("from", "789")
                .sends(
                        "to many phones in one call",
                        HELLO,
                        """
                        POST https://api.africastalking.com/version1/messaging
                        apikey: k3yk3y
                        Accept: application/json
                        Content-Type: application/x-www-form-urlencoded

                        from=789&message=hello&to=%2B254711000001%2C%2B254711000002&username=rapid
                        """)
                .setting("username", "sandbox")
                .sends(
                        "to the sandbox",
                        HELLO,
                        "POST https://api.sandbox.africastalking.com/version1/messaging"
                                + " from=789&message=hello&to=%2B254711000001%2C%2B254711000002"
                                + "&username=sandbox")
                .tests();
    }

    /** Pitfall: a success that is none for some. */
    @TestFactory
    Stream<DynamicTest> partialAnswers() {
        var table =
                table().gatewaySays(201, PARTLY)
                        .tells(
                                "each phone's own",
                                HELLO,
                                ONE + " sent as ATXid_1",
                                TWO + " REJECTED: 403 InvalidPhoneNumber")
                        // Else the text would be sent to them again and again.
                        .tells(
                                "a number without its plus",
                                to("254711000001"),
                                sent("254711000001"))
                        .tells("a number without its country", to("0711000001"), sent("0711000001"))
                        .tells(
                                "a number with signs",
                                to("+254 711-000001"),
                                sent("+254 711-000001"))
                        .gatewaySays(201, PARTLY.replace("000002", "000003"))
                        .tells("nothing of a phone it forgot", HELLO, ONE + " sent as ATXid_1");
        Map.of(
                        "402", "MISCONFIGURED",
                        "404", "REJECTED",
                        "405", "NO_CREDIT",
                        "406", "OPTED_OUT",
                        "407", "REJECTED",
                        "409", "REJECTED",
                        "500", "UNREACHABLE",
                        "502", "UNREACHABLE",
                        "999", "REJECTED",
                        "401", "sent")
                .forEach(
                        (code, fate) ->
                                table.gatewaySays(201, PARTLY.replace("403", code))
                                        .tells(
                                                code,
                                                HELLO,
                                                ONE + " sent as ATXid_1",
                                                TWO + " " + fate));
        return table.tests();
    }

    @TestFactory
    Stream<DynamicTest> failures() {
        return table().fails(401, "The supplied authentication is invalid", MISCONFIGURED)
                .fails(429, "", THROTTLED)
                .fails(503, "", UNREACHABLE)
                .fails(201, "nothing that can be read", UNKNOWN)
                .fails(201, refusal("InvalidSenderId"), MISCONFIGURED)
                .fails(201, refusal("InsufficientBalance"), NO_CREDIT)
                .fails(201, refusal("Something else"), UNKNOWN)
                .tests();
    }

    private static String refusal(String message) {
        return "{\"SMSMessageData\":{\"Message\":\"%s\",\"Recipients\":[]}}".formatted(message);
    }

    private static OutgoingSms to(String identity) {
        return new OutgoingSms("m1", "hello", List.of(identity), Map.of());
    }

    private static String sent(String identity) {
        return identity + " sent as ATXid_1";
    }

    private static IncomingSms sms(String text, String id) {
        return new IncomingSms(ONE, text, Map.of("external_id", id));
    }

    private static String status(String words) {
        return "POST status id=ATXid_1&phoneNumber=%2B254711000001&status=" + words;
    }

    private static DeliveryReport report(DeliveryReport.State state, String words) {
        return DeliveryReport.of("ATXid_1", state, words);
    }
}
