package org.rapidsms.backend.tropo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapidsms.backend.SendFailure.MISCONFIGURED;
import static org.rapidsms.backend.SendFailure.UNREACHABLE;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.rapidsms.backend.IncomingSms;
import org.rapidsms.backend.OutgoingSms;
import org.rapidsms.backend.Webhook;
import org.rapidsms.settings.Secret;
import org.rapidsms.testing.BackendTable;

/** What Tropo sent and was sent. */
class TropoBackendTest {

    private static final String TOKEN = "t0ken12345";
    private static final OutgoingSms HELLO =
            new OutgoingSms("m1", "hello", List.of("+15550001"), Map.of());
    private static final String PROGRAM = new TropoProgram(new Secret(TOKEN)).of(HELLO, "+1789");

    private static BackendTable table() {
        return BackendTable.of(TropoEngine::new)
                .setting("messaging-token", TOKEN)
                .setting("number", "+1789");
    }

    @TestFactory
    Stream<DynamicTest> receiving() {
        var text =
                "POST {\"session\":{\"id\":\"s1\",\"from\":{\"id\":\"15550001\"},"
                        + "\"to\":{\"id\":\"1789\"},\"initialText\":\"ping\"}}";
        return table().requires("messaging-token")
                .requires("number")
                .receives(
                        "a text, and hangs up",
                        text,
                        new Webhook(
                                List.of(
                                        new IncomingSms(
                                                "15550001", "ping", Map.of("external_id", "s1"))),
                                200,
                                "application/json",
                                "{\"tropo\":[{\"hangup\":{}}]}"))
                .receives(
                        "the question what to do in a session that we began",
                        asked(PROGRAM),
                        new Webhook(
                                List.of(),
                                200,
                                "application/json",
                                "{\"tropo\":[{\"message\":{\"say\":{\"value\":\"hello\"},"
                                        + "\"to\":\"+15550001\",\"from\":\"+1789\","
                                        + "\"channel\":\"TEXT\",\"network\":\"SMS\"}}]}"))
                .refuses(
                        "a program that somebody else signed",
                        asked(new TropoProgram(new Secret("other")).of(HELLO, "+1789")),
                        400,
                        "not ours")
                .refuses("a program that was cut", asked("x" + PROGRAM), 400, "not ours")
                .refuses("a program without signature", asked("e30"), 400, "not ours")
                .refuses("a program that is none", asked("?.?"), 400, "not ours")
                .refuses("what is no session", "POST {\"result\":{}}", 400, "session")
                .refuses("a GET", "GET ?a=b", 405, "POST")
                .refuses("another address", "POST status {}", 404, "nothing")
                .setting("secret", "s3cret")
                .refuses("no secret", text, 403, "")
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> sending() {
        return table().gatewaySays(200, "{\"success\":true,\"token\":\"x\",\"id\":\"s2\"}")
                .sends(
                        "the program of a session",
                        HELLO,
                        """
                        POST https://api.tropo.com/1.0/sessions
                        Accept: application/json
                        Content-Type: application/json

                        {"action":"create","token":"%s","program":"%s"}
                        """
                                .formatted(TOKEN, PROGRAM))
                .fails(200, "{\"success\":false,\"reason\":\"no such token\"}", MISCONFIGURED)
                .fails(503, "", UNREACHABLE)
                .tests();
    }

    @Test
    void aProgramIsOneWordThatNobodyElseCanMake() {
        assertThat(PROGRAM).matches("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");
        assertThat(new TropoProgram(new Secret("other")).of(HELLO, "+1789")).isNotEqualTo(PROGRAM);
    }

    private static String asked(String program) {
        return "POST {\"session\":{\"id\":\"s2\",\"parameters\":{\"program\":\"%s\"}}}"
                .formatted(program);
    }
}
