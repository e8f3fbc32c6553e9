package org.rapidsms.testing;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rapidsms.backend.SendFailure.REJECTED;
import static org.rapidsms.backend.SendFailure.THROTTLED;
import static org.rapidsms.backend.SendFailure.UNKNOWN;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rapidsms.backend.Backend;
import org.rapidsms.backend.BackendEngine;
import org.rapidsms.backend.Gateway;
import org.rapidsms.backend.IncomingSms;
import org.rapidsms.backend.Outcome;
import org.rapidsms.backend.OutgoingSms;
import org.rapidsms.backend.SendException;
import org.rapidsms.backend.Webhook;
import org.rapidsms.backend.WebhookRequest;
import org.rapidsms.settings.Secret;
import org.rapidsms.settings.Settings;

/** A table can fail, and says why. */
class BackendTableTest {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final OutgoingSms HELLO = new OutgoingSms("m1", "hello", List.of("1"), Map.of());

    /** Tells its gateway the text with its password, and each caller what it was called with. */
    private record Plain(String shown, Secret password, Gateway gateway) implements Backend {

        @Override
        public List<Outcome> send(OutgoingSms sms) {
            var headers = Map.of("Authorization", password.value(), "X-Lang", "fr");
            var reply =
                    gateway.call(
                            new Gateway.Call(
                                    "POST",
                                    URI.create("http://gateway.test/send"),
                                    headers,
                                    sms.text(),
                                    Duration.ofSeconds(1)));
            if (!reply.isSuccess()) {
                throw new SendException(
                        reply.status() == 429 ? THROTTLED : REJECTED,
                        reply.body(),
                        reply.retryAfter());
            }
            return List.of(Outcome.sent("1", reply.body()));
        }

        @Override
        public Webhook receive(WebhookRequest request) {
            var seen =
                    String.join(
                            "|",
                            request.method(),
                            request.action(),
                            request.query(),
                            request.address(),
                            request.header("Content-Type").orElse("none"),
                            request.header("X-Signature").orElse("none"),
                            request.text());
            return new Webhook(new IncomingSms("1", seen), "OK");
        }
    }

    @Test
    void aCallIsReadAsItIsWritten() {
        var below = BackendTable.ADDRESS;
        passes(
                table().receives("", "GET ?a=b c", "OK", sms("GET||a=b c|" + below + "|none|none|"))
                        .receives(
                                "",
                                "POST a=b&c=d?",
                                "OK",
                                sms("POST|||" + below + "|" + FORM + "|none|a=b&c=d?"))
                        .receives(
                                "",
                                "POST status/ {\"a\": 1}",
                                "OK",
                                sms(
                                        "POST|status||"
                                                + below
                                                + "status/|application/json|none|{\"a\": 1}"))
                        .receives(
                                "",
                                "POST <a b=\"c\"/>",
                                "OK",
                                sms("POST|||" + below + "|text/xml|none|<a b=\"c\"/>"))
                        .receives(
                                "",
                                """
                                POST status?x=1
                                Content-Type: text/plain
                                X-Signature: abc

                                two
                                lines
                                """,
                                "OK",
                                sms(
                                        "POST|status|x=1|"
                                                + below
                                                + "status|text/plain|abc|two\nlines")));
    }

    @Test
    void anotherAnswerOrEventFails() {
        fails(table().receives("", "GET ?a", "KO", sms("x")), "GET||a|");
        fails(
                table().receives("", "GET", new Webhook(List.of(), 201, "text/xml", "<a/>")),
                "text/xml");
        fails(table().refuses("", "GET", 400, ""), "a refusal");
    }

    @Test
    void headersOfCallsCountWhereTheyAreWritten() {
        var call = "POST http://gateway.test/send";
        passes(
                table().sends("", HELLO, call + " hello")
                        .sends("", HELLO, call + "\nauthorization: s3cret\nX-Lang: fr\n\nhello\n"));
        fails(table().sends("", HELLO, call + " bye"), "hello");
        fails(table().sends("", HELLO, call + "\nX-Lang: fr\n\nhello"), "authorization");
        fails(table().sends("", HELLO), "hello");
    }

    @Test
    void theGatewaySaysWhatItIsToldToSay() {
        var after = new Gateway.Reply(429, "slow", Optional.of(Duration.ofSeconds(30)));
        passes(
                table().gatewaySays(200, "id1")
                        .tells("", HELLO, "1 sent as id1")
                        .gatewaySays("POST http://gateway.test/", after)
                        .tells("", HELLO, "1 THROTTLED for PT30S")
                        .tells("", HELLO, "1 THROTTLED for PT30S: slow")
                        .withoutSettings()
                        .setting("password", "s3cret")
                        .fails(400, "no", REJECTED)
                        .gatewayIs(UNKNOWN)
                        .cannotSend("", HELLO, UNKNOWN));
        fails(table().gatewaySays(200, "id1").tells("", HELLO, "1 sent as id2"), "id1");
        fails(table().fails(400, "", THROTTLED), "REJECTED");
    }

    @Test
    void aPasswordInWordsFails() {
        fails(table().fails(400, "I know no s3cret", REJECTED), "no password");
        fails(table().secret("shown", "me").fails(400, "not me", REJECTED), "no password");
    }

    @Test
    void aPasswordThatABackendPrintsFails() {
        fails(table().setting("shown", "s3cret").receives("", "GET", "OK"), "no password");
    }

    @Test
    void aSettingThatNobodyReadsFails() {
        fails(table().setting("x", "1").receives("", "GET", "OK"), "settings that are read");
    }

    @Test
    void aSettingThatIsNotRequiredFails() {
        passes(table().requires("password"));
        fails(table().requires("shown"), "Expecting code to raise a throwable");
        fails(table().refusesSetting("shown", "1", "is wrong"), "Expecting code to raise");
    }

    private static BackendTable table() {
        return BackendTable.of(BackendTableTest::engine).setting("password", "s3cret");
    }

    private static BackendEngine engine(Gateway gateway) {
        return new BackendEngine() {
            @Override
            public String name() {
                return "plain";
            }

            @Override
            public Backend configure(String name, Settings settings) {
                var password = new Secret(settings.text("password"));
                return new Plain(settings.text("shown", ""), password, gateway);
            }
        };
    }

    private static IncomingSms sms(String seen) {
        return new IncomingSms("1", seen);
    }

    private static void passes(BackendTable table) {
        table.tests()
                .forEach(
                        test ->
                                assertThatCode(() -> test.getExecutable().execute())
                                        .doesNotThrowAnyException());
    }

    private static void fails(BackendTable table, String why) {
        table.tests()
                .forEach(
                        test ->
                                assertThatThrownBy(() -> test.getExecutable().execute())
                                        .isInstanceOf(AssertionError.class)
                                        .hasMessageContaining(why));
    }
}
