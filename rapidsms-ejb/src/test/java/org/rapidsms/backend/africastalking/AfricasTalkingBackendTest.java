package org.rapidsms.backend.africastalking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rapidsms.backend.SendFailure.MISCONFIGURED;
import static org.rapidsms.backend.SendFailure.NO_CREDIT;
import static org.rapidsms.backend.SendFailure.REJECTED;
import static org.rapidsms.backend.SendFailure.THROTTLED;
import static org.rapidsms.backend.SendFailure.UNKNOWN;
import static org.rapidsms.backend.SendFailure.UNREACHABLE;

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
import org.rapidsms.settings.Settings;
import org.rapidsms.testing.BackendTable;
import org.rapidsms.testing.GatewaysCall;
import org.rapidsms.testing.RecordingGateway;

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

    @TestFactory
    Stream<DynamicTest> tables() {
        return BackendTable.of(AfricasTalkingEngine::new)
                .setting("username", "rapid")
                .setting("api-key", "k3y")
                .requires("username")
                .requires("api-key")
                .receives(
                        "a text",
                        "POST id=5f1c&from=%2B254711000001&to=789&text=echo+h%C3%A9&date="
                                + "2026-11-21+00%3A36%3A44&linkId=&networkCode=63902",
                        "",
                        sms("echo hé", "5f1c"))
                .receives(
                        "a text with another date",
                        "POST id=5f1d&from=%2B254711000001&to=789&text=&date=2026-11-21T00:36:44Z",
                        "",
                        sms("", "5f1d"))
                .refuses("a text of nobody", "POST id=1&text=a", 400, "from is required")
                .refuses("a text without id", "POST from=1&text=a", 400, "id is required")
                .refuses("a GET", "GET ?id=1&from=1&text=a", 405, "POST")
                .fails(401, "The supplied authentication is invalid", MISCONFIGURED)
                .fails(429, "", THROTTLED)
                .fails(503, "", UNREACHABLE)
                .fails(201, "nothing that can be read", UNKNOWN)
                .fails(201, refusal("InvalidSenderId"), MISCONFIGURED)
                .fails(201, refusal("InsufficientBalance"), NO_CREDIT)
                .tests();
    }

    private static String refusal(String message) {
        return "{\"SMSMessageData\":{\"Message\":\"%s\",\"Recipients\":[]}}".formatted(message);
    }

    private static IncomingSms sms(String text, String id) {
        return new IncomingSms(ONE, text, Map.of("external_id", id));
    }

    @Test
    void manyPhonesAreSentToInOneCall() {
        var gateway = RecordingGateway.answering(201, PARTLY);

        backend(gateway, "from", "789").send(HELLO);

        var call = gateway.call();
        assertThat(call.method() + " " + call.address())
                .isEqualTo("POST https://api.africastalking.com/version1/messaging");
        assertThat(call.headers())
                .containsEntry("apikey", "k3y")
                .containsEntry("Accept", "application/json");
        assertThat(call.body())
                .isEqualTo(
                        "from=789&message=hello&to=%2B254711000001%2C%2B254711000002"
                                + "&username=rapid");
    }

    /** Pitfall: a success that is none for some. */
    @Test
    void aPartialAnswerIsEachPhonesOwn() {
        var outcomes = backend(RecordingGateway.answering(201, PARTLY)).send(HELLO);

        assertThat(outcomes)
                .containsExactly(
                        Outcome.sent(ONE, Optional.of("ATXid_1")),
                        Outcome.failed(TWO, REJECTED, "403 InvalidPhoneNumber"));
    }

    @Test
    void aPhoneThatTheAnswerForgetsIsNotSpokenFor() {
        var one = PARTLY.replace("000002", "000003");

        assertThat(backend(RecordingGateway.answering(201, one)).send(HELLO))
                .extracting(Outcome::identity)
                .containsExactly(ONE);
    }

    /** Else the text would be sent again and again. */
    @ParameterizedTest
    @ValueSource(strings = {"0711000001", "254711000001", "+254 711-000001", "00254711000001"})
    void aPhoneIsKnownAgainWhenTheAnswerWritesItsNumberOtherwise(String identity) {
        var sms = new OutgoingSms("m1", "hello", List.of(identity), Map.of());

        assertThat(backend(RecordingGateway.answering(201, PARTLY)).send(sms))
                .containsExactly(Outcome.sent(identity, Optional.of("ATXid_1")));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "402, MISCONFIGURED",
        "403, REJECTED",
        "404, REJECTED",
        "405, NO_CREDIT",
        "406, OPTED_OUT",
        "407, REJECTED",
        "409, REJECTED",
        "500, UNREACHABLE",
        "501, UNREACHABLE",
        "502, UNREACHABLE",
        "999, REJECTED",
    })
    void aPhonesCodeHasItsClass(String code, SendFailure failure) {
        var answer = PARTLY.replace("403", code);

        assertThat(backend(RecordingGateway.answering(201, answer)).send(HELLO).get(1).failure())
                .contains(failure);
    }

    @ParameterizedTest
    @ValueSource(strings = {"100", "101", "102", "401"})
    void whatWasTakenOrIsLookedAtFirstIsSent(String code) {
        var answer = PARTLY.replace("101", code);

        assertThat(backend(RecordingGateway.answering(201, answer)).send(HELLO).get(0))
                .isEqualTo(Outcome.sent(ONE, Optional.of("ATXid_1")));
    }

    @Test
    void theSandboxHasItsOwnHost() {
        var gateway = RecordingGateway.answering(201, PARTLY);

        backend(gateway, "username", "sandbox").send(HELLO);

        assertThat(gateway.call().address())
                .hasToString("https://api.sandbox.africastalking.com/version1/messaging");
    }

    @ParameterizedTest(name = "{0} means {1}")
    @CsvSource({
        "Sent, SENT",
        "Submitted, SENT",
        "Buffered, SENT",
        "Success, DELIVERED",
        "Rejected, FAILED",
        "Failed, FAILED",
        "Expired, FAILED",
    })
    void whatBecameOfATextIsReported(String word, State state) {
        var call =
                GatewaysCall.form(
                        "status", "id=ATXid_1&status=" + word + "&failureReason=UserInBlackList");

        assertThat(backend(null).receive(call).events())
                .isEqualTo(List.of(DeliveryReport.of("ATXid_1", state, word + " UserInBlackList")));
    }

    @Test
    void aWordThatIsNotKnownChangesNothingAndIsAnsweredWell() {
        var webhook = backend(null).receive(GatewaysCall.form("status", "id=1&status=Pondering"));

        assertThat(webhook.events()).isEmpty();
        assertThat(webhook.status()).isEqualTo(200);
    }

    @Test
    void aSecretThatIsSetMustBeInTheQuery() {
        var call = GatewaysCall.form("", "id=1&from=1&text=a");
        var address = call.address();

        assertThat(secretly(GatewaysCall.at(call, address, "secret=s%2B1"))).isEqualTo(1);
        refused(GatewaysCall.at(call, address, "secret=s+1"));
        refused(GatewaysCall.at(call, address, ""));
        refused(GatewaysCall.form("", "id=1&from=1&text=a&secret=s%2B1"));
        refused(GatewaysCall.form("status", "id=1&status=Success"));
    }

    private static int secretly(WebhookRequest call) {
        return backend(null, "secret", "s+1").receive(call).events().size();
    }

    private static void refused(WebhookRequest call) {
        assertThatThrownBy(() -> secretly(call))
                .isInstanceOfSatisfying(
                        BadWebhookException.class, e -> assertThat(e.status()).isEqualTo(403));
    }

    private static Backend backend(Gateway gateway, String... more) {
        var settings = new TreeMap<>(Map.of("username", "rapid", "api-key", "k3y"));
        for (int i = 0; i < more.length; i += 2) {
            settings.put(more[i], more[i + 1]);
        }
        return new AfricasTalkingEngine(gateway)
                .configure("test", Settings.of("rapidsms.backends.test", settings));
    }
}
