package org.rapidsms.backend.http;

import static org.rapidsms.backend.SendFailure.MISCONFIGURED;
import static org.rapidsms.backend.SendFailure.REJECTED;
import static org.rapidsms.backend.SendFailure.THROTTLED;
import static org.rapidsms.backend.SendFailure.UNREACHABLE;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.rapidsms.backend.IncomingSms;
import org.rapidsms.backend.OutgoingSms;
import org.rapidsms.testing.BackendTable;

/** Rows 128 to 150 of the conformance list, mended where blanks and bad bytes are concerned. */
class HttpBackendTest {

    private static final OutgoingSms HELLO =
            new OutgoingSms("m1", "h\u00e9 & 1+1 \uD83D\uDE00", List.of("+1", "2"), Map.of());

    @TestFactory
    Stream<DynamicTest> receiving() {
        return BackendTable.of(HttpEngine::new)
                .receives(
                        "a GET",
                        "GET ?identity=1112223333&text=hi+there",
                        "OK",
                        sms("1112223333", "hi there"))
                .receives(
                        "a form",
                        "POST identity=1112223333&text=hi+there",
                        "OK",
                        sms("1112223333", "hi there"))
                .receives(
                        "a sender with spaces",
                        "POST identity=+1+&text=++a+b+%0A",
                        "OK",
                        sms("1", "  a b \n"))
                .receives("a plus sign", "GET ?identity=%2B256&text=x", "OK", sms("+256", "x"))
                .receives(
                        "a plus sign that nobody escaped",
                        "GET ?identity=+256&text=x",
                        "OK",
                        sms("256", "x"))
                .receives("an empty text", "GET ?identity=1&text=", "OK", sms("1", ""))
                .receives(
                        "line ends",
                        "POST identity=1&text=a%0Ab%0D%0Ac",
                        "OK",
                        sms("1", "a\nb\r\nc"))
                .receives(
                        "bytes that are no UTF-8",
                        "GET ?identity=1&text=%E9t%E9",
                        "OK",
                        sms("1", "\uFFFDt\uFFFD"))
                .receives(
                        "an emoji",
                        "POST identity=1&text=%F0%9F%98%80",
                        "OK",
                        sms("1", "\uD83D\uDE00"))
                .receives(
                        "10000 characters",
                        "POST identity=1&text=" + "x".repeat(10000),
                        "OK",
                        sms("1", "x".repeat(10000)))
                .receives(
                        "what it does not know",
                        "GET ?identity=1&text=x&extra=1",
                        "OK",
                        sms("1", "x"))
                .refuses(
                        "other names",
                        "POST bad-phone=1&bad-message=x",
                        400,
                        "identity is required")
                .refuses("no sender", "GET ?text=x", 400, "identity is required")
                .refuses(
                        "a blank sender",
                        "GET ?identity=+&text=x",
                        400,
                        "identity is required and may not be blank")
                .refuses("no text", "GET ?identity=1", 400, "text is required")
                .refuses(
                        "a query beside a form",
                        "POST ?identity=1&text=x",
                        400,
                        "identity is required")
                .refuses("a bad escape", "GET ?identity=1&text=%zz", 400, "percent sign")
                .refuses("two texts", "GET ?identity=1&text=a&text=b", 400, "text is there twice")
                .refuses("a PUT", "PUT identity=1&text=x", 405, "GET and POST")
                .refuses(
                        "another address",
                        "GET reload?identity=1&text=x",
                        404,
                        "nothing at this address")
                .setting("incoming-identity", "phone")
                .setting("incoming-text", "message")
                .receives("names of its own", "POST phone=1&message=x", "OK", sms("1", "x"))
                .refuses("the usual names then", "POST identity=1&text=x", 400, "phone is required")
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> sending() {
        var escaped = "h%C3%A9+%26+1%2B1+%F0%9F%98%80";
        return BackendTable.of(HttpEngine::new)
                .cannotSend("without an address", HELLO, MISCONFIGURED)
                .setting("outgoing-url", "http://gateway.test/send?to={identity}&text={text}")
                .sends(
                        "by GET, each phone its own",
                        HELLO,
                        "GET http://gateway.test/send?to=%2B1&text=" + escaped,
                        "GET http://gateway.test/send?to=2&text=" + escaped)
                .fails(302, "", MISCONFIGURED)
                .fails(400, "bad number", REJECTED)
                .fails(401, "", MISCONFIGURED)
                .fails(429, "", THROTTLED)
                .fails(503, "", UNREACHABLE)
                .setting("outgoing-url", "http://gateway.test/send?to=%(identity)s&text=%(text)s")
                .sends(
                        "in RapidSMS's old spelling",
                        new OutgoingSms("m1", "x", List.of("1"), Map.of()),
                        "GET http://gateway.test/send?to=1&text=x")
                .setting("outgoing-url", "http://gateway.test/send")
                .sends(
                        "by POST of a form",
                        HELLO,
                        "POST http://gateway.test/send identity=%2B1&text=" + escaped,
                        "POST http://gateway.test/send identity=2&text=" + escaped)
                .refusesSetting(
                        "outgoing-url",
                        "gateway.test",
                        "must be an address that begins with http:// or https://")
                .refusesSetting(
                        "outgoing-url",
                        "ftp://gateway.test/",
                        "must be an address that begins with http:// or https://")
                .refusesSetting("outgoing-method", "HEAD", "must be GET, POST or PUT, not HEAD")
                .refusesSetting("timeout", "soon", "must be a time such as 10s or 500ms, not soon")
                .tests();
    }

    private static IncomingSms sms(String identity, String text) {
        return new IncomingSms(identity, text);
    }
}
