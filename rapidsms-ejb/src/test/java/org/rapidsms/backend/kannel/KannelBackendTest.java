package org.rapidsms.backend.kannel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.rapidsms.backend.DeliveryReport.State.DELIVERED;
import static org.rapidsms.backend.DeliveryReport.State.FAILED;
import static org.rapidsms.backend.DeliveryReport.State.SENT;
import static org.rapidsms.backend.SendFailure.MISCONFIGURED;
import static org.rapidsms.backend.SendFailure.REJECTED;
import static org.rapidsms.backend.SendFailure.THROTTLED;
import static org.rapidsms.backend.SendFailure.UNREACHABLE;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rapidsms.backend.BackendEvent;
import org.rapidsms.backend.DeliveryReport;
import org.rapidsms.backend.IncomingSms;
import org.rapidsms.backend.OutgoingSms;
import org.rapidsms.backend.WebhookRequest;
import org.rapidsms.settings.Settings;
import org.rapidsms.testing.BackendTable;

/** Rows 155 to 191 of the conformance list, mended: texts are decoded, blanks are taken. */
class KannelBackendTest {

    private static final String SENDSMS = "GET http://kannel.test/cgi-bin/sendsms?";
    private static final String ME = "password=s3cret&username=rapid&";

    /** The queries are Kannel 1.4.5's own, as recorded. */
    @TestFactory
    Stream<DynamicTest> receiving() {
        return BackendTable.of(KannelEngine::new)
                .receives(
                        "a text",
                        "GET ?id=123&text=echo+hi&charset=UTF-8&coding=0",
                        "",
                        sms("123", "echo hi"))
                .receives(
                        "an accent",
                        "GET ?id=1&text=%C3%A9&charset=UTF-8&coding=0",
                        "",
                        sms("1", "é"))
                .receives("a plus sign", "GET ?id=%2B1&text=a+b", "", sms("+1", "a b"))
                .receives(
                        "a sender of letters", "GET ?id=INFO-SMS&text=a", "", sms("INFO-SMS", "a"))
                .receives(
                        "signs",
                        "GET ?id=1&text=a%26b+%2B+100%25+%23tag+'s'+%3Cx%3E",
                        "",
                        sms("1", "a&b + 100% #tag 's' <x>"))
                .receives(
                        "an empty text", "GET ?id=1&text=&charset=UTF-8&coding=0", "", sms("1", ""))
                .receives(
                        "Cyrillic in UCS-2",
                        "GET ?id=1&text=%04%1F%04%40&charset=UTF-16BE&coding=2",
                        "",
                        sms("1", "Пр"))
                .receives(
                        "Latin in UCS-2",
                        "GET ?id=1&text=%00h%00i&charset=UTF-16BE&coding=2",
                        "",
                        sms("1", "hi"))
                .receives(
                        "Arabic in UCS-2",
                        "GET ?id=1&text=%063%06D%06'%06E&charset=UTF-16BE&coding=2",
                        "",
                        sms("1", "سلام"))
                .receives(
                        "Amharic in UCS-2",
                        "GET ?id=1&text=%12%20%12%0B%12%1D&charset=UTF-16BE&coding=2",
                        "",
                        sms("1", "ሠላም"))
                .receives(
                        "an emoji and a plus sign that is a byte, in UCS-2",
                        "GET ?id=1&text=%00o%00k%00+%D8%3D%DE%00&charset=UTF-16BE&coding=2",
                        "",
                        sms("1", "ok 😀"))
                .receives(
                        "half a surrogate pair",
                        "GET ?id=1&text=%00h%D8%3D&charset=UTF-16BE&coding=2",
                        "",
                        sms("1", "h\uFFFD"))
                .receives(
                        "half a character",
                        "GET ?id=1&text=%00h%00i%00&charset=UTF-16BE&coding=2",
                        "",
                        sms("1", "hi\uFFFD"))
                .receives(
                        "octets that are UTF-8",
                        "GET ?id=1&text=%D8%B3&charset=8-BIT&coding=1",
                        "",
                        sms("1", "س"))
                .receives(
                        "octets that are not",
                        "GET ?id=1&text=%FF%80&charset=8-BIT&coding=1",
                        "",
                        sms("1", "ÿ\u0080"))
                .receives(
                        "Latin-1",
                        "GET ?id=1&text=%E9t%E9&charset=ISO-8859-1&coding=0",
                        "",
                        sms("1", "été"))
                .receives(
                        "Windows",
                        "GET ?id=1&text=%80&charset=WINDOWS-1252&coding=0",
                        "",
                        sms("1", "€"))
                .receives(
                        "GSM",
                        "GET ?id=1&text=%00%1Be%05&charset=GSM&coding=0",
                        "",
                        sms("1", "@€é"))
                .receives(
                        "no charset, coding 2", "GET ?id=1&text=%04%1F&coding=2", "", sms("1", "П"))
                .receives("no charset, coding 1", "GET ?id=1&text=%E9&coding=1", "", sms("1", "é"))
                .receives(
                        "no charset, coding -1",
                        "GET ?id=1&text=%C3%A9&coding=-1",
                        "",
                        sms("1", "é"))
                .receives(
                        "Kannel's own id",
                        "GET ?id=1&text=a&sms_id=16f15d72",
                        "",
                        new IncomingSms("1", "a", Map.of("external_id", "16f15d72")))
                .receives("no id of Kannel's", "GET ?id=1&text=a&sms_id=", "", sms("1", "a"))
                .refuses(
                        "other names",
                        "GET ?identity=1&message=a",
                        400,
                        "form failed to validate: id is required")
                .refuses("no text", "GET ?id=1", 400, "text is required")
                .refuses(
                        "a charset that is none",
                        "GET ?id=1&text=a&charset=X-NOPE",
                        400,
                        "charset names no charset")
                .refuses(
                        "a charset that cannot be one",
                        "GET ?id=1&text=a&charset=%C3%A9+x",
                        400,
                        "charset names no charset")
                .refuses("a form", "POST id=1&text=a", 400, "X-Kannel-From is required")
                .refuses("another method", "PUT id=1&text=a", 405, "GET and POST")
                .tests();
    }

    /** Not only Kannel's own names: which are used is a matter of its version and its settings. */
    @ParameterizedTest
    @CsvSource({
        "UCS-2, %063%06D",
        "UCS2, %063%06D",
        "UTF16, %063%06D",
        "utf-16be, %063%06D",
        "8-BIT, %D8%B3%D9%84",
        "UTF-8, %D8%B3%D9%84"
    })
    void aCharsetMayHaveOtherNames(String charset, String text) {
        assertThat(received("GET", "id=1&text=" + text + "&charset=" + charset, Map.of(), ""))
                .isEqualTo(sms("1", "سل"));
    }

    @Test
    void aTextOfAnyKindIsRead() {
        var longest = "x".repeat(1600);
        var query = "id=1&charset=UTF-8&coding=0&text=";

        assertThat(received("GET", query + longest, Map.of(), "")).isEqualTo(sms("1", longest));
        assertThat(received("GET", query + "%00a", Map.of(), "")).isEqualTo(sms("1", "\0a"));
        assertThat(received("GET", query + "%F0%9F%98%80", Map.of(), "")).isEqualTo(sms("1", "😀"));
    }

    @Test
    void aTextIsAlsoReadFromTheBodyOfAPost() {
        var headers =
                Map.of(
                        "Content-Type", "text/plain; charset=\"UTF-8\"",
                        "X-Kannel-From", "+15550001",
                        "X-Kannel-To", "789",
                        "X-Kannel-Coding", "0");

        assertThat(received("POST", "", headers, "ping & سلام"))
                .isEqualTo(sms("+15550001", "ping & سلام"));
    }

    @Test
    void aPostWithoutACharsetIsReadByItsCoding() {
        var headers =
                Map.of(
                        "Content-Type", "application/octet-stream",
                        "X-Kannel-From", "INFO-SMS",
                        "X-Kannel-Coding", "2");

        assertThat(received("POST", "", headers, "\0h\0i")).isEqualTo(sms("INFO-SMS", "hi"));
    }

    private static BackendEvent received(
            String method, String query, Map<String, String> headers, String body) {
        var request =
                new WebhookRequest(
                        method, "", query, "http://us.test/", headers, body.getBytes(UTF_8));
        var webhook =
                new KannelEngine(null)
                        .configure("test", Settings.of("x", Map.of()))
                        .receive(request);
        assertThat(webhook.status()).isEqualTo(200);
        assertThat(webhook.answer()).isEmpty();
        return webhook.events().get(0);
    }

    @TestFactory
    Stream<DynamicTest> reports() {
        return BackendTable.of(KannelEngine::new)
                .receives(
                        "delivered to phone",
                        report("1", ""),
                        "",
                        new DeliveryReport("m1", "+456", DELIVERED, ""))
                .receives(
                        "not delivered",
                        report("2", "id%3A1+stat%3AUNDELIV"),
                        "",
                        new DeliveryReport("m1", "+456", FAILED, "id:1 stat:UNDELIV"))
                .receives(
                        "queued on the network",
                        report("4", "x"),
                        "",
                        new DeliveryReport("m1", "+456", SENT, "x"))
                .receives(
                        "taken by the network",
                        report("8", "ACK%2F"),
                        "",
                        new DeliveryReport("m1", "+456", SENT, "ACK/"))
                .receives(
                        "refused by the network",
                        report("16", "NACK%2F"),
                        "",
                        new DeliveryReport("m1", "+456", FAILED, "NACK/"))
                .receives(
                        "on its way",
                        report("32", ""),
                        "",
                        new DeliveryReport("m1", "+456", SENT, ""))
                .receives(
                        "no words at all",
                        "GET status?message_id=m1&status=1&identity=1",
                        "",
                        new DeliveryReport("m1", "1", DELIVERED, ""))
                .receives(
                        "zeros and the header of a part in the network's words",
                        report("1", "id%3A1+text%3A%05%00%03%2A%02%01hel%00lo%00"),
                        "",
                        new DeliveryReport("m1", "+456", DELIVERED, "id:1 text:hello"))
                .refuses("a report by POST", "POST status?message_id=m1", 405, "GET")
                .refuses(
                        "an unknown status",
                        report("3", ""),
                        400,
                        "status must be one of [1, 16, 2, 32, 4, 8]")
                .refuses(
                        "a report of nothing",
                        "GET status?status=1&identity=1",
                        400,
                        "message_id is required")
                .refuses("an unknown call", "GET reload?id=1", 404, "nothing at this address")
                .tests();
    }

    private static String report(String status, String words) {
        return "GET status?message_id=m1&status=%s&status_text=%s&smsc=FAKE&sms_id=&date_sent=2026-11-21+00:47:16&identity=%%2B456"
                .formatted(status, words);
    }

    @TestFactory
    Stream<DynamicTest> sending() {
        return account()
                .sends(
                        "a text",
                        to("hello", "x"),
                        SENDSMS + ME + "to=x&text=hello&coding=0&charset=utf-8")
                .sends(
                        "to many in one call",
                        to("hello", "+1", "2"),
                        SENDSMS + ME + "to=%2B1+2&text=hello&coding=0&charset=utf-8")
                .sends(
                        "an empty text",
                        to("", "1"),
                        SENDSMS + ME + "to=1&text=&coding=0&charset=utf-8")
                .sends(
                        "signs",
                        to("wörld 100% +1\n&", "1"),
                        SENDSMS
                                + ME
                                + "to=1&text=w%C3%B6rld+100%25+%2B1%0A%26&coding=0&charset=utf-8")
                .sends(
                        "what GSM has not, as UCS-2",
                        to("سلام 😀", "1"),
                        SENDSMS
                                + ME
                                + "to=1&text=%D8%B3%D9%84%D8%A7%D9%85+%F0%9F%98%80&coding=2&charset=utf-8")
                .fails(400, "Missing receiver number, rejected", REJECTED)
                .fails(403, "Authorization failed for sendsms", MISCONFIGURED)
                .fails(403, "Not routable. Do not try again.", REJECTED)
                .fails(404, "Unknown request.", REJECTED)
                .fails(429, "", THROTTLED)
                .fails(503, "Temporal failure, try again later.", UNREACHABLE)
                .setting("delivery-report-url", "http://us.test/")
                .sends(
                        "asking for reports",
                        to("hello", "x"),
                        SENDSMS
                                + ME
                                + "to=x&text=hello&coding=0&charset=utf-8&dlr-mask=31&dlr-url="
                                + "http%3A%2F%2Fus.test%2Fbackend%2Ftest%2Fstatus%2F%3Fmessage_id%3Dm1%26status%3D%25d"
                                + "%26status_text%3D%25A%26smsc%3D%25i%26sms_id%3D%25I%26date_sent%3D%25t%26identity%3D%25p")
                .setting("webhook-secret", "a b&c%")
                .sends(
                        "asking for reports that bring the secret",
                        to("hello", "x"),
                        SENDSMS
                                + ME
                                + "to=x&text=hello&coding=0&charset=utf-8&dlr-mask=31&dlr-url="
                                + "http%3A%2F%2Fus.test%2Fbackend%2Ftest%2Fstatus%2F%3Fmessage_id%3Dm1%26status%3D%25d"
                                + "%26status_text%3D%25A%26smsc%3D%25i%26sms_id%3D%25I%26date_sent%3D%25t%26identity%3D%25p"
                                + "%26secret%3Da%2Bb%25%2526c%25%2525")
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> sendingAsRapidSmsWasSet() {
        var hello = to("Olá € 😀", "1");
        return account()
                .setting("sendsms-params.text", "zz")
                .setting("sendsms-params.to", "zz")
                .setting("charset", "ascii")
                .sends(
                        "leaving out",
                        hello,
                        SENDSMS
                                + "password=s3cret&text=Ol++&to=1&username=rapid&coding=0&charset=us-ascii")
                .setting("encode-errors", "replace")
                .sends(
                        "replacing",
                        hello,
                        SENDSMS
                                + "password=s3cret&text=Ol%3F+%3F+%3F&to=1&username=rapid&coding=0&charset=us-ascii")
                .setting("encode-errors", "xmlcharrefreplace")
                .sends(
                        "by number",
                        hello,
                        SENDSMS
                                + "password=s3cret&text=Ol%26%23225%3B+%26%238364%3B+%26%23128512%3B&to=1&username=rapid&coding=0&charset=us-ascii")
                .setting("encode-errors", "strict")
                .cannotSend("what the charset has not", hello, REJECTED)
                .setting("charset", "UTF-16BE")
                .setting("coding", "2")
                .sends(
                        "UCS-2 by its bytes",
                        to("é", "1"),
                        SENDSMS
                                + "password=s3cret&text=%00%E9&to=1&username=rapid&coding=2&charset=utf-16be")
                .refusesSetting("charset", "nope", "must be the name of a charset, not nope")
                .refusesSetting("coding", "7", "must be 0, 1, 2 or auto, not 7")
                .refusesSetting(
                        "encode-errors",
                        "x",
                        "must be ignore, replace, xmlcharrefreplace or strict, not x")
                .refusesSetting(
                        "sendsms-url",
                        "kannel",
                        "must be an address that begins with http:// or https://")
                .tests();
    }

    @Test
    void itsSettingsPrintNoPassword() {
        var settings =
                Settings.of(
                        "rapidsms.backends.test",
                        Map.of("sendsms-params.password", "s3cret", "sendsms-params.from", "123"));
        assertThat(KannelConfig.from(settings).toString()).contains("***").doesNotContain("s3cret");
    }

    private static BackendTable account() {
        return BackendTable.of(KannelEngine::new)
                .setting("sendsms-url", "http://kannel.test/cgi-bin/sendsms")
                .setting("sendsms-params.username", "rapid")
                .setting("sendsms-params.password", "s3cret");
    }

    private static OutgoingSms to(String text, String... identities) {
        return new OutgoingSms("m1", text, List.of(identities), Map.of());
    }

    private static IncomingSms sms(String identity, String text) {
        return new IncomingSms(identity, text);
    }
}
