package org.rapidsms.backend.twilio;

import static org.rapidsms.backend.DeliveryReport.State.DELIVERED;
import static org.rapidsms.backend.DeliveryReport.State.FAILED;
import static org.rapidsms.backend.DeliveryReport.State.SENT;
import static org.rapidsms.backend.SendFailure.MISCONFIGURED;
import static org.rapidsms.backend.SendFailure.NO_CREDIT;
import static org.rapidsms.backend.SendFailure.OPTED_OUT;
import static org.rapidsms.backend.SendFailure.REJECTED;
import static org.rapidsms.backend.SendFailure.THROTTLED;
import static org.rapidsms.backend.SendFailure.UNREACHABLE;

import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.rapidsms.backend.BackendEvent;
import org.rapidsms.backend.Consent;
import org.rapidsms.backend.DeliveryReport;
import org.rapidsms.backend.Gateway.Reply;
import org.rapidsms.backend.IncomingSms;
import org.rapidsms.backend.OutgoingSms;
import org.rapidsms.backend.Parameters;
import org.rapidsms.backend.Webhook;
import org.rapidsms.settings.Secret;
import org.rapidsms.testing.BackendTable;

/** What Twilio sends and is sent, with the samples of its documentation. */
class TwilioBackendTest {

    private static final String TOKEN = "t0ken12345";
    private static final OutgoingSms HELLO =
            new OutgoingSms("m1", "héllo & more", List.of("+15550001"), Map.of());
    private static final String MESSAGES =
            "POST https://api.twilio.com/2010-04-01/Accounts/AC01/Messages.json";

    private static BackendTable table() {
        return BackendTable.of(TwilioEngine::new)
                .setting("account-sid", "AC01")
                .setting("auth-token", TOKEN)
                .setting("from", "+1789");
    }

    @TestFactory
    Stream<DynamicTest> settings() {
        return table().requires("account-sid")
                .requires("auth-token")
                .requires("from")
                .refusesSetting(
                        "account-sid", "AC 01", "must be letters and digits, as Twilio gave it")
                .refusesSetting(
                        "api-url", "x", "must be an address that begins with http:// or https://")
                .refusesSetting(
                        "delivery-report-url",
                        "x",
                        "must be an address that begins with http:// or https://")
                .setting("api-key-sid", "SK1")
                .requires("api-key-secret")
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> twoSenders() {
        return table().setting("messaging-service-sid", "MG1")
                .refusesSetting("from", "+1789", "is required, or else messaging-service-sid")
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> receiving() {
        var text = "AccountSid=AC01&Body=echo+caf%C3%A9&From=%2B15550001&MessageSid=SM1&NumMedia=0";
        return table().receives(
                        "a text, and answers XML that does nothing",
                        signed("", text),
                        answered(
                                new IncomingSms(
                                        "+15550001", "echo café", Map.of("external_id", "SM1"))))
                .receives(
                        "an empty text",
                        signed("", "Body=&From=INFO&MessageSid=SM2"),
                        answered(new IncomingSms("INFO", "", Map.of("external_id", "SM2"))))
                .receives(
                        "that somebody stops us",
                        signed("", "Body=STOP&From=%2B15550001&MessageSid=SM3&OptOutType=STOP"),
                        answered(
                                new Consent("+15550001", false),
                                new IncomingSms("+15550001", "STOP", Map.of("external_id", "SM3"))))
                .receives(
                        "that somebody comes back",
                        signed("", "Body=START&From=%2B15550001&MessageSid=SM4&OptOutType=START"),
                        answered(
                                new Consent("+15550001", true),
                                new IncomingSms(
                                        "+15550001", "START", Map.of("external_id", "SM4"))))
                .receives("that it left", status("sent", ""), report(SENT, "sent"))
                .receives(
                        "that it arrived", status("delivered", ""), report(DELIVERED, "delivered"))
                .receives("that it was read", status("read", ""), report(DELIVERED, "read"))
                .receives(
                        "that it will not arrive",
                        status("undelivered", "30003"),
                        report(FAILED, "undelivered 30003"))
                .receives(
                        "that it failed", status("failed", "21610"), report(FAILED, "failed 21610"))
                .receives(
                        "that it was canceled", status("canceled", ""), report(FAILED, "canceled"))
                .receives("that it is on its way", status("sending", ""), answered())
                .receives("a word that is new to us", status("pondering", ""), answered())
                .refuses("a call without signature", "POST " + text, 403, "not known")
                .refuses("a report without signature", "POST status " + text, 403, "not known")
                .refuses("a GET without signature", "GET ?" + text, 403, "not known")
                .refuses(
                        "a text that somebody changed",
                        signed("", text).replace("echo", "ecco"),
                        403,
                        "not known")
                .refuses("a text of nobody", signed("", "Body=a&MessageSid=S"), 400, "From")
                .refuses("another address", signed("voice", text), 404, "nothing")
                .refuses("a PUT", "PUT " + text, 405, "GET and POST")
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> sending() {
        return table().gatewaySays(
                        201, "{\"sid\":\"SM9\",\"status\":\"queued\",\"error_code\":null}")
                .sends(
                        "in the account's name",
                        HELLO,
                        """
                        %s
                        Authorization: Basic QUMwMTp0MGtlbjEyMzQ1
                        Content-Type: application/x-www-form-urlencoded

                        Body=h%%C3%%A9llo+%%26+more&From=%%2B1789&To=%%2B15550001
                        """
                                .formatted(MESSAGES))
                .tells("the id of the text", HELLO, "+15550001 sent as SM9")
                .setting("delivery-report-url", "https://sms.example.org/")
                .sends(
                        "with where to report to",
                        HELLO,
                        MESSAGES
                                + " Body=h%C3%A9llo+%26+more&From=%2B1789&StatusCallback=https%3A"
                                + "%2F%2Fsms.example.org%2Fbackend%2Ftest%2Fstatus%2F"
                                + "&To=%2B15550001")
                .withoutSettings()
                .setting("account-sid", "AC01")
                .setting("auth-token", TOKEN)
                .setting("api-key-sid", "SK1")
                .setting("api-key-secret", "s3cret")
                .setting("messaging-service-sid", "MG1")
                .setting("api-url", "https://api.dublin.ie1.twilio.com/")
                .sends(
                        "by a service, with a key, to another region",
                        HELLO,
                        """
                        POST https://api.dublin.ie1.twilio.com/2010-04-01/Accounts/AC01/Messages.json
                        Authorization: Basic U0sxOnMzY3JldA==
                        Content-Type: application/x-www-form-urlencoded

                        Body=h%C3%A9llo+%26+more&MessagingServiceSid=MG1&To=%2B15550001
                        """)
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> failures() {
        var wait = Optional.of(Duration.ofSeconds(7));
        return table().fails(401, error(20003), MISCONFIGURED)
                .fails(404, error(20404), MISCONFIGURED)
                .fails(404, "<html>", MISCONFIGURED)
                .fails(400, error(21606), MISCONFIGURED)
                .fails(400, error(21211), REJECTED)
                .fails(400, error(21408), REJECTED)
                .fails(400, error(21617), REJECTED)
                .fails(400, error(99999), REJECTED)
                .fails(400, error(21610), OPTED_OUT)
                .fails(400, error(21611), THROTTLED)
                .fails(402, "", NO_CREDIT)
                .fails(500, error(20500), UNREACHABLE)
                .fails(503, "", UNREACHABLE)
                .gatewaySays("", new Reply(429, error(20429), wait))
                .tells(
                        "how long to wait, and never a number",
                        HELLO,
                        "+15550001 THROTTLED for PT7S: HTTP status 429, error 20429")
                .gatewaySays(
                        "",
                        new Reply(400, error(21610)),
                        new Reply(201, "{\"sid\":\"SM2\"}"),
                        new Reply(500, "gone"))
                .tells(
                        "each phone's own",
                        new OutgoingSms("m1", "hi", List.of("+1", "+2", "+3"), Map.of()),
                        "+1 OPTED_OUT",
                        "+2 sent as SM2",
                        "+3 UNREACHABLE")
                .tests();
    }

    private static String error(int code) {
        return "{\"code\":%d,\"message\":\"The 'To' number +15550001 is %s\",\"status\":400}"
                .formatted(code, TOKEN);
    }

    private static String status(String word, String error) {
        return signed(
                "status",
                "MessageSid=SM1&MessageStatus="
                        + word
                        + (error.isEmpty() ? "" : "&ErrorCode=" + error));
    }

    private static Webhook report(DeliveryReport.State state, String words) {
        return answered(DeliveryReport.of("SM1", state, words));
    }

    private static Webhook answered(BackendEvent... events) {
        var answer = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response/>";
        return new Webhook(List.of(events), 200, "text/xml", answer);
    }

    /** Signed by us, as {@link TwilioSignatureTest} shows that Twilio does. */
    private static String signed(String action, String form) {
        var signed = new StringBuilder(BackendTable.ADDRESS + action);
        Parameters.parse(form).all().forEach((name, value) -> signed.append(name).append(value));
        var signature = new Secret(TOKEN).sign("HmacSHA1", signed.toString());
        return "POST %s\nX-Twilio-Signature: %s\n\n%s"
                .formatted(action, Base64.getEncoder().encodeToString(signature), form);
    }
}
