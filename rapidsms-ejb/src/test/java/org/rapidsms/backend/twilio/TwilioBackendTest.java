package org.rapidsms.backend.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rapidsms.backend.SendFailure.MISCONFIGURED;
import static org.rapidsms.backend.SendFailure.THROTTLED;
import static org.rapidsms.backend.SendFailure.UNREACHABLE;

import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
import org.rapidsms.backend.DeliveryReport.State;
import org.rapidsms.backend.Gateway;
import org.rapidsms.backend.IncomingSms;
import org.rapidsms.backend.Outcome;
import org.rapidsms.backend.OutgoingSms;
import org.rapidsms.backend.SendFailure;
import org.rapidsms.backend.WebhookRequest;
import org.rapidsms.settings.Secret;
import org.rapidsms.settings.Settings;
import org.rapidsms.testing.BackendTable;
import org.rapidsms.testing.GatewaysCall;
import org.rapidsms.testing.RecordingGateway;

/** What Twilio sends and is sent, with the samples of its documentation. */
class TwilioBackendTest {

    private static final String TOKEN = "12345";
    private static final String CALLER =
            "CallSid=CA1234567890ABCDE&Caller=%2B14158675309&Digits=1234"
                    + "&From=%2B14158675309&To=%2B18005551212";
    private static final String COFFEE =
            "AccountSid=AC00000000000000000000000000000001&Body=echo+caf%C3%A9"
                    + "&From=%2B15550001&MessageSid=SM00000000000000000000000000000001"
                    + "&NumMedia=0&SmsSid=SM00000000000000000000000000000001&To=%2B789";
    private static final String NO_ANSWER = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response/>";
    private static final OutgoingSms HELLO =
            new OutgoingSms("m1", "héllo & more", List.of("+15550001"), Map.of());

    private static final Map<String, String> SETTINGS =
            Map.of("account-sid", "AC01", "auth-token", TOKEN, "from", "+1789");

    @TestFactory
    Stream<DynamicTest> settings() {
        return BackendTable.of(TwilioEngine::new)
                .setting("account-sid", "AC01")
                .setting("auth-token", "t0ken")
                .setting("from", "+1789")
                .requires("account-sid")
                .requires("auth-token")
                .requires("from")
                .refusesSetting(
                        "account-sid", "AC 01", "must be letters and digits, as Twilio gave it")
                .refusesSetting(
                        "api-url",
                        "twilio",
                        "must be an address that begins with http:// or https://")
                .tests();
    }

    @Test
    void twoSendersAndAKeyWithoutItsSecretAreRefused() {
        assertThatThrownBy(() -> backend(null, "messaging-service-sid", "MG1"))
                .hasMessageContaining("test.from is required, or else messaging-service-sid");
        assertThatThrownBy(() -> backend(null, "api-key", "SK1"))
                .hasMessageContaining("test.api-secret is required with api-key");
    }

    /** The vendor's own test vector. */
    @Test
    void theSampleOfTheDocumentationIsGoodWithItsSignatureAlone() {
        var call =
                GatewaysCall.at(
                        GatewaysCall.form("", CALLER),
                        "https://mycompany.com/myapp.php",
                        "foo=1&bar=2");

        new TwilioSignature(new Secret(TOKEN)).check(signed(call, "RSOYDt4T1cUTdK1PDd93/VVr8B8="));
        refused(signed(call, "RSOYDt4T1cUTdK1PDd93/VVr8B9="));
        refused(call);
    }

    @Test
    void aTextIsTakenAndAnsweredWithXmlThatDoesNothing() {
        var webhook = backend(null).receive(coffee("https://sms.example.org/backend/twilio/one"));

        assertThat(webhook.events())
                .containsExactly(
                        new IncomingSms(
                                "+15550001",
                                "echo café",
                                Map.of("external_id", "SM00000000000000000000000000000001")));
        assertThat(webhook.status()).isEqualTo(200);
        assertThat(webhook.type()).isEqualTo("text/xml");
        assertThat(webhook.answer()).isEqualTo(NO_ANSWER);
    }

    /** A proxy, or the address in the console, may name the port where Twilio does not. */
    @ParameterizedTest
    @ValueSource(strings = {"", ":443", ":8443"})
    void theSignatureIsGoodWhateverPortIsNamed(String port) {
        var call = coffee("https://sms.example.org" + port + "/backend/twilio/one");

        assertThat(backend(null).receive(call).events()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://sms.example.org/backend/twilio/one",
                "https://sms.example.org/backend/twilio/two",
                "https://sms.example.com/backend/twilio/one"
            })
    void theSignatureOfAnotherAddressIsNone(String address) {
        refused(coffee(address));
    }

    @Test
    void aTextThatSomebodyChangedIsRefused() {
        var call = GatewaysCall.form("", COFFEE.replace("echo", "ecco"));

        refused(
                signed(
                        GatewaysCall.at(call, "https://sms.example.org/backend/twilio/one", ""),
                        "j8FP9TYrmVnQpBVnMSZ1xS6PEB8="));
    }

    /** What is no form is signed by its hash, which stands in the address. */
    @Test
    void aBodyThatIsNoFormIsGoodIfItsHashIsSigned() {
        var body = "{\"MessageSid\":\"SM1\",\"From\":\"+1\",\"Body\":\"hi\"}";
        var hash = "bodySHA256=233ae2919226a861f68efc694f47a9eed684ce4c02fe6fde1a41efc69e98d482";

        assertThat(backend(null).receive(signedFor(GatewaysCall.json("", body), hash)).events())
                .hasSize(1);
        refused(signedFor(GatewaysCall.json("", body.replace("hi", "ho")), hash));
        refused(signedFor(GatewaysCall.json("", body), ""));
    }

    @Test
    void anUnsignedCallByGetIsRefused() {
        refused(GatewaysCall.get("", "From=%2B1&Body=hi&MessageSid=SM1"));
    }

    @ParameterizedTest(name = "{0} means {1}")
    @CsvSource({
        "sent, SENT",
        "delivered, DELIVERED",
        "read, DELIVERED",
        "undelivered, FAILED",
        "failed, FAILED",
        "canceled, FAILED",
    })
    void whatBecameOfATextIsReportedByTwiliosId(String word, State state) {
        var webhook = report("MessageSid=SM1&MessageStatus=" + word + "&ErrorCode=30003");

        assertThat(webhook).isEqualTo(List.of(DeliveryReport.of("SM1", state, word + " 30003")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"queued", "sending", "accepted", "scheduled", "whatever comes next"})
    void aWordThatChangesNothingIsAnsweredLikeAnyOther(String word) {
        assertThat(report("MessageSid=SM1&MessageStatus=" + word.replace(' ', '+'))).isEmpty();
    }

    @Test
    void aTextIsHandedOverWithWhoSendsItAndWhereToReport() {
        var gateway =
                RecordingGateway.answering(
                        201, "{\"sid\":\"SM9\",\"status\":\"queued\",\"error_code\":null}");

        var outcomes =
                backend(gateway, "delivery-report-url", "https://sms.example.org/").send(HELLO);

        assertThat(outcomes).containsExactly(Outcome.sent("+15550001", Optional.of("SM9")));
        var call = gateway.call();
        assertThat(call.method() + " " + call.address())
                .isEqualTo("POST https://api.twilio.com/2010-04-01/Accounts/AC01/Messages.json");
        assertThat(call.headers())
                .containsEntry("Authorization", "Basic QUMwMToxMjM0NQ==")
                .containsEntry("Content-Type", "application/x-www-form-urlencoded");
        assertThat(call.body())
                .isEqualTo(
                        "Body=h%C3%A9llo+%26+more&From=%2B1789&StatusCallback=https%3A%2F%2F"
                                + "sms.example.org%2Fbackend%2Ftest%2Fstatus%2F&To=%2B15550001");
    }

    @Test
    void aServiceAKeyAndAnotherHostTakeTheirPlaces() {
        var gateway = RecordingGateway.answering(201, "{}");
        var settings =
                Map.of(
                        "account-sid", "AC01",
                        "auth-token", TOKEN,
                        "api-key", "SK1",
                        "api-secret", "x",
                        "messaging-service-sid", "MG1",
                        "api-url", "https://api.dublin.ie1.twilio.com/");

        var outcomes = configured(gateway, settings).send(HELLO);

        assertThat(outcomes).containsExactly(Outcome.sent("+15550001"));
        assertThat(gateway.call().address())
                .hasToString(
                        "https://api.dublin.ie1.twilio.com/2010-04-01/Accounts/AC01/Messages.json");
        assertThat(gateway.call().headers()).containsEntry("Authorization", "Basic U0sxOng=");
        assertThat(gateway.call().body())
                .contains("MessagingServiceSid=MG1")
                .doesNotContain("From");
    }

    @ParameterizedTest(name = "{0} with {1} is {2}")
    @CsvSource({
        "401, 20003, MISCONFIGURED", "404, 20404, MISCONFIGURED", "404, '', MISCONFIGURED",
        "429, 20429, THROTTLED", "400, 21611, THROTTLED", "400, 21211, REJECTED",
        "400, 21610, OPTED_OUT", "400, 21408, REJECTED", "400, 21606, MISCONFIGURED",
        "400, 21617, REJECTED", "400, 99999, REJECTED", "500, 20500, UNREACHABLE",
        "503, '', UNREACHABLE", "402, '', NO_CREDIT",
    })
    void anErrorHasItsClassAndTellsNoNumber(int status, String code, SendFailure failure) {
        var body =
                "{\"code\":%s,\"message\":\"The 'To' number +15550001 is %s\",\"status\":%d}"
                        .formatted(code.isEmpty() ? "null" : code, TOKEN, status);

        var outcome = backend(RecordingGateway.answering(status, body)).send(HELLO).get(0);

        assertThat(outcome.failure()).contains(failure);
        assertThat(outcome.words()).contains(code).doesNotContain("15550001", TOKEN);
    }

    @Test
    void howLongToWaitIsTwiliosToSay() {
        var wait = Optional.of(Duration.ofSeconds(7));
        var gateway = RecordingGateway.answering(new Gateway.Reply(429, "{\"code\":20429}", wait));

        var outcome = backend(gateway).send(HELLO).get(0);

        assertThat(outcome.failure()).contains(THROTTLED);
        assertThat(outcome.retryAfter()).isEqualTo(wait);
    }

    @Test
    void onePhoneThatFailsIsNotTheOthers() {
        var gateway =
                RecordingGateway.answering(
                        new Gateway.Reply(400, "{\"code\":21610}"),
                        new Gateway.Reply(201, "{\"sid\":\"SM2\"}"),
                        new Gateway.Reply(500, "gone"));
        var sms = new OutgoingSms("m1", "hi", List.of("+1", "+2", "+3"), Map.of());

        assertThat(backend(gateway).send(sms))
                .extracting(outcome -> outcome.failure().orElse(null))
                .containsExactly(SendFailure.OPTED_OUT, null, UNREACHABLE);
    }

    @Test
    void whatIsNoJsonHasTheClassOfItsStatus() {
        var gateway = RecordingGateway.answering(401, "<html>");

        assertThat(backend(gateway).send(HELLO).get(0).failure()).contains(MISCONFIGURED);
    }

    private static List<?> report(String form) {
        var webhook = backend(null).receive(signedFor(GatewaysCall.form("status", form), ""));
        assertThat(webhook.status()).isEqualTo(200);
        assertThat(webhook.answer()).isEqualTo(NO_ANSWER);
        return webhook.events();
    }

    private static WebhookRequest coffee(String address) {
        return signed(
                GatewaysCall.at(GatewaysCall.form("", COFFEE), address, ""),
                "j8FP9TYrmVnQpBVnMSZ1xS6PEB8=");
    }

    private static WebhookRequest signed(WebhookRequest call, String signature) {
        return GatewaysCall.with(call, "X-Twilio-Signature", signature);
    }

    /** Signed here, as the two vectors above show that we can. */
    private static WebhookRequest signedFor(WebhookRequest call, String query) {
        var address = call.address() + (query.isEmpty() ? "" : "?" + query);
        var fields = new StringBuilder(address);
        call.formParameters().all().forEach((name, value) -> fields.append(name).append(value));
        var signature = new Secret(TOKEN).sign("HmacSHA1", fields.toString());
        return signed(
                GatewaysCall.at(call, call.address(), query),
                Base64.getEncoder().encodeToString(signature));
    }

    private static void refused(WebhookRequest call) {
        assertThatThrownBy(() -> backend(null).receive(call))
                .isInstanceOfSatisfying(
                        BadWebhookException.class, e -> assertThat(e.status()).isEqualTo(403));
    }

    private static Backend backend(Gateway gateway, String... more) {
        var settings = new TreeMap<>(SETTINGS);
        for (int i = 0; i < more.length; i += 2) {
            settings.put(more[i], more[i + 1]);
        }
        return configured(gateway, settings);
    }

    private static Backend configured(Gateway gateway, Map<String, String> settings) {
        return new TwilioEngine(gateway)
                .configure("test", Settings.of("rapidsms.backends.test", settings));
    }
}
