package org.rapidsms.backend.http;

import static org.rapidsms.backend.SendFailure.MISCONFIGURED;
import static org.rapidsms.backend.SendFailure.NO_CREDIT;
import static org.rapidsms.backend.SendFailure.REJECTED;
import static org.rapidsms.backend.SendFailure.THROTTLED;
import static org.rapidsms.backend.SendFailure.UNKNOWN;
import static org.rapidsms.backend.SendFailure.UNREACHABLE;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.rapidsms.backend.Gateway.Reply;
import org.rapidsms.backend.OutgoingSms;
import org.rapidsms.testing.BackendTable;

/** What answers of gateways mean. */
class HttpRepliesTest {

    private static final OutgoingSms HELLO =
            new OutgoingSms("m1", "x", List.of("1", "2"), Map.of());

    @TestFactory
    Stream<DynamicTest> success() {
        return table().setting("success-status", "200, 3xx")
                .gatewaySays(302, "")
                .tells("by status", HELLO, "1 sent", "2 sent")
                .fails(202, "", UNKNOWN)
                .setting("success-regex", "^(OK|0):")
                .gatewaySays(200, "0: done, ERR")
                .setting("failures.rejected", "ERR")
                .tells("by words, whatever else is said", HELLO, "1 sent", "2 sent")
                .fails(200, "1: ERR", REJECTED)
                .fails(200, "1: nobody knows", UNKNOWN)
                .fails(500, "0: done", UNREACHABLE)
                .withoutSettings()
                .setting("outgoing-url", "http://gateway.test/")
                .setting("success-pointer", "/messages/0/status")
                .setting("success-value", "0")
                .gatewaySays(200, "{\"messages\":[{\"status\":0}]}")
                .tells("by a number in JSON", HELLO, "1 sent", "2 sent")
                .gatewaySays(200, "{\"messages\":[{\"status\":\"0\"}]}")
                .tells("by a word in JSON", HELLO, "1 sent", "2 sent")
                .fails(200, "{\"messages\":[{\"status\":\"1\"}]}", UNKNOWN)
                .fails(200, "{\"messages\":[]}", UNKNOWN)
                .fails(200, "{\"messages\":", UNKNOWN)
                .fails(200, "", UNKNOWN)
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> failures() {
        return table().setting("failures.rejected", "^404 |no such number")
                .setting("failures.no-credit", "balance")
                .setting("failures.throttled", "too fast")
                .fails(404, "", REJECTED)
                .fails(200, "no such number", REJECTED)
                .fails(403, "your balance is 0", NO_CREDIT)
                .fails(403, "who are you", MISCONFIGURED)
                .fails(503, "too fast", THROTTLED)
                .gatewaySays(200, "fine")
                .tells("none of them", HELLO, "1 sent", "2 sent")
                .gatewaySays("", new Reply(503, "too fast", Optional.of(Duration.ofSeconds(9))))
                .tells(
                        "for how long",
                        HELLO,
                        "1 THROTTLED for PT9S: HTTP status 503 too fast",
                        "2 THROTTLED for PT9S: HTTP status 503 too fast")
                .gatewaySays("", new Reply(200, "fine"), new Reply(404, ""))
                .tells("of each its own", HELLO, "1 sent", "2 REJECTED: HTTP status 404")
                .gatewayIs(UNKNOWN)
                .cannotSend("if nobody answers", HELLO, UNKNOWN)
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> wordsHidePasswords() {
        return table().setting("authentication.password", "p&ss")
                .setting("authentication.token", "t0ken")
                .gatewaySays(400, "bad ?pw=p%26ss p&ss\0 t0ken\nand more")
                .tells(
                        "the first line",
                        HELLO,
                        "1 REJECTED: HTTP status 400 bad ?pw=*** ***? ***",
                        "2 REJECTED: HTTP status 400 bad ?pw=*** ***? ***")
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> ids() {
        return table().setting("external-id-regex", "id=(\\w+)")
                .gatewaySays("", new Reply(200, "id=a"), new Reply(200, "no id"))
                .tells("of each call", HELLO, "1 sent as a", "2 sent")
                .gatewaySays(200, "id=" + "x".repeat(256))
                .tells("none that is too long", HELLO, "1 sent", "2 sent")
                .setting("batch-size", "2")
                .gatewaySays(200, "id=a To: 1\nid=b To: 2")
                .tells("in order", HELLO, "1 sent as a", "2 sent as b")
                .gatewaySays(200, "id=a")
                .tells("one for all", HELLO, "1 sent as a", "2 sent as a")
                .gatewaySays(200, "id=a id=b id=c")
                .tells("none if nobody knows whose", HELLO, "1 sent", "2 sent")
                .refusesSetting("external-id-pointer", "/id", "is there, and external-id-regex too")
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> whatIsWrongIsSaidAtStart() {
        return table().refusesSetting(
                        "success-status", "ok", "must be numbers such as 200, 202 or 2xx, not ok")
                .refusesSetting("success-regex", "(", "must be a regular expression of RE2, not (")
                .refusesSetting(
                        "success-regex",
                        "(a)\\1",
                        "must be a regular expression of RE2, not (a)\\1")
                .refusesSetting(
                        "success-pointer", "id", "must be a JSON pointer such as /id, not id")
                .refusesSetting(
                        "failures.lost",
                        "x",
                        "is no failure; those are unreachable, throttled, unknown, rejected,"
                                + " opted-out, misconfigured, no-credit")
                .setting("success-value", "0")
                .requires("success-pointer")
                .tests();
    }

    private static BackendTable table() {
        return BackendTable.of(HttpEngine::new)
                .setting("outgoing-url", "http://gateway.test/?to={identity}&text={text}");
    }
}
