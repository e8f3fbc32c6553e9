package org.rapidsms.backend.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapidsms.backend.DeliveryReport.State.DELIVERED;
import static org.rapidsms.backend.DeliveryReport.State.FAILED;
import static org.rapidsms.backend.DeliveryReport.State.SENT;
import static org.rapidsms.backend.SendFailure.MISCONFIGURED;
import static org.rapidsms.backend.SendFailure.NO_CREDIT;
import static org.rapidsms.backend.SendFailure.OPTED_OUT;
import static org.rapidsms.backend.SendFailure.REJECTED;
import static org.rapidsms.backend.SendFailure.THROTTLED;
import static org.rapidsms.backend.SendFailure.UNKNOWN;
import static org.rapidsms.backend.SendFailure.UNREACHABLE;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.rapidsms.backend.DeliveryReport;
import org.rapidsms.backend.IncomingSms;
import org.rapidsms.backend.OutgoingSms;
import org.rapidsms.backend.Webhook;
import org.rapidsms.settings.Settings;
import org.rapidsms.testing.BackendTable;

/** The examples of the manual's page do what it says. */
class HttpPageTest {

    private static final Path PAGE = Path.of("../docs/backends/http.md");
    private static final Pattern EXAMPLE =
            Pattern.compile("```properties\n(.*?)```", Pattern.DOTALL);
    private static final OutgoingSms HELLO =
            new OutgoingSms("m1", "say \"hé\" & <bye>", List.of("+15550001"), Map.of());

    @TestFactory
    Stream<DynamicTest> jasmin() {
        var id = "07033084-5cfd-4812-90a4-e4d24ffb6e3d";
        return table("jasmin")
                .gatewaySays(200, "Success \"" + id + "\"")
                .sends(
                        "a form",
                        new OutgoingSms("m1", "Pé😀", List.of("+15550001"), Map.of()),
                        """
                        POST http://jasmin:1401/send
                        Content-Type: application/x-www-form-urlencoded

                        username=rapidsms&password=s3cret%26&from=789&to=15550001&coding=8\
                        &hex-content=005000E9D83DDE00&dlr=yes&dlr-level=3&dlr-method=POST\
                        &dlr-url=https%3A%2F%2Fsms.example.org%2Fbackend%2Fjasmin%2Fstatus%2F
                        """)
                .tells("the id", HELLO, "+15550001 sent as " + id)
                .fails(403, "Error \"Authentication failure for username:rapidsms\"", MISCONFIGURED)
                .fails(403, "Error \"User throughput exceeded\"", THROTTLED)
                .fails(
                        403,
                        "Error \"Cannot charge submit_sm, check RouterPB log file for details\"",
                        NO_CREDIT)
                .fails(412, "Error \"No route found\"", REJECTED)
                .fails(
                        500,
                        "Error \"Cannot send submit_sm, check SMPPClientManagerPB log file for"
                                + " details\"",
                        UNREACHABLE)
                .receives(
                        "a text, and Jasmin is answered exactly ACK/Jasmin",
                        "POST id=3d3c&from=15550001&to=789&origin-connector=smppc1&coding=0&content=ping&binary=70696e67",
                        new Webhook(
                                List.of(
                                        new IncomingSms(
                                                "15550001", "ping", Map.of("external_id", "3d3c"))),
                                200,
                                "text/plain;charset=utf-8",
                                "ACK/Jasmin"))
                .receives(
                        "that a network took it",
                        "GET status/?id=" + id + "&message_status=ESME_ROK&level=1&connector=c",
                        "ACK/Jasmin",
                        DeliveryReport.of(id, SENT, "ESME_ROK"))
                .receives(
                        "that a phone has it",
                        "POST status/ id="
                                + id
                                + "&message_status=DELIVRD&level=2&id_smsc=1&err=000",
                        "ACK/Jasmin",
                        DeliveryReport.of(id, DELIVERED, "DELIVRD"))
                .receives(
                        "that it will not arrive",
                        "POST status/ id=" + id + "&message_status=UNDELIV&level=2",
                        "ACK/Jasmin",
                        DeliveryReport.of(id, FAILED, "UNDELIV"))
                .receives(
                        "a word that nobody knows, which changes nothing",
                        "POST status/ id=" + id + "&message_status=ESME_RNEW&level=1",
                        "ACK/Jasmin")
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> jsonWithAToken() {
        return table("json")
                .gatewaySays(200, "{\"messages\":[{\"id\":\"j1\",\"accepted\":true}]}")
                .sends(
                        "JSON",
                        HELLO,
                        """
                        POST https://gateway.example/v1/messages
                        Authorization: Bearer s3cret&
                        Content-Type: application/json

                        {"to":["+15550001"],"from":"789","content":"say \\"hé\\" & <bye>","ref":"m1"}
                        """)
                .tells("the id", HELLO, "+15550001 sent as j1")
                .fails(207, "{\"messages\":[{\"accepted\":false,\"code\":\"105\"}]}", REJECTED)
                .fails(402, "{\"messages\":[{\"accepted\":false,\"code\":\"301\"}]}", NO_CREDIT)
                .fails(200, "{\"messages\":[{\"accepted\":false,\"code\":\"999\"}]}", UNKNOWN)
                .receives(
                        "JSON",
                        "POST {\"from\":\"+1\",\"message\":{\"id\":\"j2\",\"content\":\"ping\"}}",
                        new Webhook(
                                List.of(new IncomingSms("+1", "ping", Map.of("external_id", "j2"))),
                                200,
                                "application/json",
                                "{\"ok\":true}"))
                .receives(
                        "a report",
                        "POST status/ {\"id\":\"j1\",\"status\":\"004\"}",
                        "{\"ok\":true}",
                        DeliveryReport.of("j1", DELIVERED, "004"))
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> whatsApp() {
        return table("whatsapp")
                .gatewaySays(
                        200,
                        """
                        {"messaging_product":"whatsapp","contacts":[{"wa_id":"15550001"}],
                         "messages":[{"id":"wamid.1"}]}
                        """)
                .sends(
                        "JSON",
                        HELLO,
                        """
                        POST https://graph.facebook.com/v21.0/106540352242922/messages
                        Authorization: Bearer s3cret&
                        Content-Type: application/json

                        {"messaging_product":"whatsapp","recipient_type":"individual","to":"15550001",\
                        "type":"text","text":{"body":"say \\"hé\\" & <bye>"}}
                        """)
                .tells("the id", HELLO, "+15550001 sent as wamid.1")
                .fails(200, "{\"messages\":[]}", UNKNOWN)
                .fails(400, "{\"error\":{\"code\":130429,\"message\":\"slow\"}}", THROTTLED)
                .fails(400, "{\"error\":{\"code\":131026}}", REJECTED)
                .fails(400, "{\"error\":{\"code\":190}}", MISCONFIGURED)
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> everythingInTheQuery() {
        var many = new OutgoingSms("m1", "a b&c=d", List.of("+1", "2", "+3"), Map.of());
        return table("bulk")
                .gatewaySays(200, "OK 3")
                .sends(
                        "to many at once",
                        many,
                        "GET https://bulk.example/send?user=clinic&pw=s3cret%26&to=1,2,3&msg=a+b%26c%3Dd&ref=m1")
                .tells("of each", many, "+1 sent", "2 sent", "+3 sent")
                .fails(200, "ERR: 105, Invalid Destination Address", REJECTED)
                .fails(200, "ERR: 122, Opted out", OPTED_OUT)
                .fails(200, "ERR: 301, No Credit Left", NO_CREDIT)
                .fails(200, "ERR: 001, Authentication failed", MISCONFIGURED)
                .fails(200, "ERR: 901, Internal error", UNREACHABLE)
                .fails(200, "ERR: 999, what nobody knows", UNKNOWN)
                .receives("a text", "GET ?msisdn=1&msg=ping", "OK", new IncomingSms("1", "ping"))
                .receives(
                        "a report with our own id",
                        "GET status?ref=m1&msisdn=1&state=Delivered",
                        "OK",
                        new DeliveryReport("m1", "1", DELIVERED, "Delivered"))
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> xml() {
        return table("xml")
                .gatewaySays(200, "<r><status>0</status><id>x7</id></r>")
                .sends(
                        "XML",
                        HELLO,
                        """
                        POST https://gateway.example/xml
                        Content-Type: text/xml;charset=utf-8

                        <sms key="s3cret&#38;"><to>+15550001</to>\
                        <text>say &#34;hé&#34; &#38; &#60;bye&#62;</text></sms>
                        """)
                .tells("the id", HELLO, "+15550001 sent as x7")
                .fails(200, "<r><status>1</status></r>", REJECTED)
                .fails(200, "<r><status>3</status></r>", THROTTLED)
                .receives(
                        "a text, and answers XML",
                        "GET ?identity=1&text=ping",
                        new Webhook(
                                List.of(new IncomingSms("1", "ping")),
                                200,
                                "text/xml",
                                "<response/>"))
                .tests();
    }

    @Test
    void hasAllSettings() throws IOException {
        var page = Files.readString(PAGE);
        for (var kind : List.of("basic", "header", "hmac")) {
            var set = new TreeMap<>(settings("bulk"));
            set.putAll(Map.of("authentication", kind, "authentication.header", "X"));
            set.putAll(Map.of("authentication.token", "t", "authentication.secret", "s"));
            set.keySet().removeIf(name -> name.startsWith("failures"));
            var read = Settings.of("x", set);
            new HttpEngine(null).configure("x", read);
            assertThat(read.known())
                    .allSatisfy(name -> assertThat(page).contains("`" + name.substring(2) + "`"));
        }
    }

    private static BackendTable table(String name) {
        var table = BackendTable.of(HttpEngine::new);
        settings(name).forEach(table::setting);
        return table;
    }

    /** What the page sets for a backend of this name. */
    private static Map<String, String> settings(String name) {
        var below = "rapidsms.backends." + name + ".";
        var settings = new TreeMap<String, String>();
        examples()
                .forEach(
                        (property, value) -> {
                            var setting = property.toString();
                            if (setting.startsWith(below) && !setting.endsWith(".engine")) {
                                settings.put(
                                        setting.substring(below.length()),
                                        value.toString().replaceAll("\\$\\{\\w+}", "s3cret&"));
                            }
                        });
        assertThat(settings).as("the example " + name).isNotEmpty();
        return settings;
    }

    private static Properties examples() {
        var examples = new Properties();
        try {
            var blocks = EXAMPLE.matcher(Files.readString(PAGE)).results().toList();
            for (var block : blocks) {
                examples.load(new StringReader(block.group(1)));
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return examples;
    }
}
