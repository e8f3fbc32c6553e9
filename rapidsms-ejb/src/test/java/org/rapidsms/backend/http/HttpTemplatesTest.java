package org.rapidsms.backend.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rapidsms.backend.OutgoingSms;
import org.rapidsms.testing.BackendTable;

/** How calls are made of templates. */
class HttpTemplatesTest {

    private static final String URL = "http://gateway.test/send";
    private static final OutgoingSms NASTY =
            new OutgoingSms(
                    "m1",
                    "a+b &\"<'>\\ {from}$1\n",
                    List.of("+1"),
                    Map.of("external_id", "e/1", "in_response_to", "m0"));

    @TestFactory
    Stream<DynamicTest> valuesAreWrittenAsTheSpotDemands() {
        var escaped = "a%2Bb+%26%22%3C%27%3E%5C+%7Bfrom%7D%241%0A";
        return table().setting("from", "Clinic & Co")
                .setting("outgoing-url", URL + "/{identity}/{from}?t={text}&i={in-response-to}")
                .sends(
                        "in path and query",
                        NASTY,
                        "GET " + URL + "/%2B1/Clinic%20%26%20Co?t=" + escaped + "&i=m0")
                .setting("outgoing-url", URL)
                .setting("outgoing-method", "put")
                .setting("outgoing-body", "t={text}&e={external-id}&m={message-id}")
                .sends("in a form", NASTY, "PUT " + URL + " t=" + escaped + "&e=e%2F1&m=m1")
                .setting("outgoing-method", "POST")
                .setting("outgoing-content-type", "application/vnd.api+json;charset=utf-8")
                .setting("outgoing-body", "{\"t\":\"{text}\",\"to\":[\"{identity-no-plus}\"]}")
                .sends(
                        "in JSON",
                        NASTY,
                        "POST " + URL + " {\"t\":\"a+b &\\\"<'>\\\\ {from}$1\\n\",\"to\":[\"1\"]}")
                .setting("outgoing-content-type", "application/soap+xml")
                .setting("outgoing-body", "<m t=\"{text}\">{identity}</m>")
                .sends(
                        "in XML",
                        NASTY,
                        "POST "
                                + URL
                                + " <m t=\"a+b &#38;&#34;&#60;&#39;&#62;\\ {from}$1&#10;\">+1</m>")
                .setting("outgoing-content-type", "text/plain")
                .setting("outgoing-body", "to {identity}: {text}")
                .setting("outgoing-headers.X-From", "{from}: {text}é")
                .sends(
                        "in plain text and in a header",
                        NASTY,
                        "POST "
                                + URL
                                + "\nContent-Type: text/plain\n"
                                + "X-From: Clinic & Co: a+b &\"<'>\\ {from}$1??\n\n"
                                + "to +1: "
                                + NASTY.text())
                .tests();
    }

    /** What phones send and networks mangle: none of it may end the place that it is in. */
    @ParameterizedTest
    @EnumSource(Writing.class)
    void everyTextIsWrittenSomehow(Writing writing) {
        for (var text :
                List.of(
                        "",
                        "\0",
                        "\5\0\3\1\2\1x",
                        "😀",
                        "x".repeat(1600),
                        "مرحبا‏",
                        "\uD83D",
                        "\uFFFF")) {
            var written = writing.of(text);
            assertThat(written).doesNotContain("\"", "<", "&#0;");
            if (writing == Writing.JSON || writing == Writing.XML) {
                var body = writing == Writing.JSON ? "{\"t\":\"%s\"}" : "<t>%s</t>";
                assertThat(WellFormed.is(writing, body.formatted(written))).isTrue();
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> aBatchIsOneCall() {
        var many = new OutgoingSms("m1", "x", List.of("+1", "+2", "+3"), Map.of());
        return table().setting("batch-size", "2")
                .setting("outgoing-url", URL + "?to={identity}&text={text}")
                .sends(
                        "of so many phones",
                        many,
                        "GET " + URL + "?to=%2B1,%2B2&text=x",
                        "GET " + URL + "?to=%2B3&text=x")
                .refusesSetting(
                        "batch-join", "a b", "has what no address may have: write it as %20")
                .setting("outgoing-url", URL)
                .setting("outgoing-content-type", "application/json")
                .setting("outgoing-body", "{\"to\":[\"{identity}\"],\"text\":\"{text}\"}")
                .setting("batch-join", "\",\"")
                .sends(
                        "in a list",
                        many,
                        "POST " + URL + " {\"to\":[\"+1\",\"+2\"],\"text\":\"x\"}",
                        "POST " + URL + " {\"to\":[\"+3\"],\"text\":\"x\"}")
                .refusesSetting(
                        "batch-join",
                        "\"",
                        "spoils outgoing-body, which is no JSON when there are two phones")
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> authentication() {
        var body = "{\"object\":\"whatsapp_business_account\",\"entry\":[]}";
        var json = "\nContent-Type: application/json\n";
        return table().setting("outgoing-content-type", "application/json")
                .setting("outgoing-body", body)
                .sends("none", NASTY, "POST " + URL + json + "\n" + body)
                .setting("authentication.username", "Aladdin")
                .setting("authentication.password", "open sesame")
                .setting("authentication", "basic")
                .requires("authentication.username")
                .requires("authentication.password")
                .sends(
                        "Basic (RFC 7617)",
                        NASTY,
                        "POST "
                                + URL
                                + json
                                + "Authorization: Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==\n\n"
                                + body)
                .setting("authentication.token", "t0ken")
                .setting("authentication", "bearer")
                .requires("authentication.token")
                .sends(
                        "Bearer",
                        NASTY,
                        "POST " + URL + json + "Authorization: Bearer t0ken\n\n" + body)
                .setting("authentication", "header")
                .setting("authentication.header", "X-Api-Key")
                .requires("authentication.token")
                .requires("authentication.header")
                .sends("a header", NASTY, "POST " + URL + json + "X-Api-Key: t0ken\n\n" + body)
                .refusesSetting(
                        "authentication.header", "Host", "names a header that cannot be set: Host")
                .refusesSetting(
                        "authentication",
                        "digest",
                        "must be none, basic, bearer, header or hmac, not digest")
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> signatures() {
        var body = "{\"object\":\"whatsapp_business_account\",\"entry\":[]}";
        var json = "\nContent-Type: application/json\n";
        return table().setting("outgoing-content-type", "application/json")
                .setting("outgoing-body", body)
                .setting("authentication", "hmac")
                .setting("authentication.secret", "appsecret")
                .setting("authentication.header", "X-Hub-Signature-256")
                .setting("authentication.prefix", "sha256=")
                .requires("authentication.secret")
                .requires("authentication.header")
                .sends(
                        "the body, as Meta does",
                        NASTY,
                        "POST "
                                + URL
                                + json
                                + "X-Hub-Signature-256:"
                                + " sha256=09eceea024af6e6343b760cc9bd3ae7c056938dd636e24e92109eb8219500384\n\n"
                                + body)
                .refusesSetting(
                        "authentication.algorithm",
                        "md5",
                        "must be sha1, sha256 or sha512, not md5")
                .refusesSetting(
                        "authentication.encoding", "base32", "must be hex or base64, not base32")
                .refusesSetting(
                        "authentication.signs",
                        "{text}",
                        "has {text}, and only these can be filled in: address, body, method")
                .setting("authentication.algorithm", "sha1")
                .setting("authentication.encoding", "base64")
                .setting("authentication.signs", "{method} {address}")
                .setting("authentication.prefix", "v1,")
                .sends(
                        "what is set (openssl dgst -sha1 -hmac)",
                        NASTY,
                        "POST "
                                + URL
                                + json
                                + "X-Hub-Signature-256: v1,uJJ/wom8eBNL42Ma6kIp/zyBLAk=\n\n"
                                + body)
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> whatIsWrongIsSaidAtStart() {
        var only =
                "and only these can be filled in: external-id, from, identity, identity-no-plus,"
                        + " in-response-to, message-id, password, text, text-hex, token, username";
        return table().refusesSetting("outgoing-url", URL + "?t={phone}", "has {phone}, " + only)
                .refusesSetting(
                        "outgoing-url",
                        "http://{identity}.test/",
                        "must be an address that begins with http:// or https://")
                .refusesSetting("outgoing-body", "t={message}", "has {message}, " + only)
                .refusesSetting("outgoing-headers.X", "{body}", "has {body}, " + only)
                .refusesSetting(
                        "outgoing-headers.Content-Length",
                        "1",
                        "names a header that cannot be set: Content-Length")
                .refusesSetting(
                        "outgoing-headers.X Y", "1", "names a header that cannot be set: X Y")
                .refusesSetting("batch-size", "0", "must be a whole number from 1 to 1000, not 0")
                .setting("outgoing-content-type", "application/json")
                .requires("outgoing-body")
                .refusesSetting(
                        "outgoing-body",
                        "{\"to\":{text}}",
                        "is no JSON when its places are filled in; they stand in quotes")
                .setting("outgoing-content-type", "text/xml")
                .refusesSetting(
                        "outgoing-body", "<t>{text}", "is no XML when its places are filled in")
                .setting("outgoing-method", "GET")
                .refusesSetting("outgoing-body", "<t/>", "is there, and a GET has no body")
                .tests();
    }

    @Test
    void aTemplateDoesNotPrintWhatStandsBetweenItsPlaces() {
        var template = Template.ofAddress(URL + "?key=s3cret&to={identity}&text={text}");
        assertThat(template).hasToString("{identity} {text}");
    }

    private static BackendTable table() {
        return BackendTable.of(HttpEngine::new).setting("outgoing-url", URL);
    }
}
