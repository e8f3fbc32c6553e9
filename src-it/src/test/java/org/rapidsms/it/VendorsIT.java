package org.rapidsms.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest.BodyPublishers;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** A text's way in by a vendor's webhook, out by its API, and what it reports of it. */
@OnServer
class VendorsIT {

    private static final String AT = "/backend/africastalking/";
    private static final String SECRETLY = "?secret=" + Server.escaped(Vendors.SECRET);

    @Test
    void aTextThatTwilioSignedIsAnsweredAndItsArrivalIsKnown() {
        var phone = "+15770001";

        var answer =
                twilio("", "MessageSid", "SM1", "From", phone, "To", "+1789", "Body", "echo café");

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().get("Content-Type")).startsWith("text/xml");
        assertThat(answer.body())
                .isEqualTo("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response/>");
        var sent = awaitText(phone);
        assertThat(sent).containsEntry("Body", "café").containsEntry("From", "+1789");
        assertThat(sent.get("StatusCallback"))
                .isEqualTo(Server.address("/backend/twilio/status/").toString());

        twilio("status/", "MessageSid", "SM" + phone, "MessageStatus", "delivered");
        awaitDelivered(phone, "café");
    }

    @Test
    void aTextThatTwilioSaysTwiceIsAnsweredOnce() {
        var phone = "+15770002";
        for (int i = 0; i < 2; i++) {
            twilio("", "MessageSid", "SM2", "From", phone, "Body", "echo once");
        }
        twilio("", "MessageSid", "SM3", "From", phone, "Body", "echo then");

        await().atMost(ofSeconds(20)).until(() -> Vendors.APIS.textsTo(phone).size() >= 2);
        assertThat(Vendors.APIS.textsTo(phone))
                .extracting(fields -> fields.get("Body"))
                .containsExactly("once", "then");
    }

    @Test
    void whatTwilioDidNotSignIsRefused() {
        var answer =
                Server.post(
                        "/backend/twilio/", "MessageSid", "SM4", "From", "+15770003", "Body", "x");

        assertThat(answer.status()).isEqualTo(403);
    }

    @Test
    void aTextByAfricasTalkingIsAnsweredAndItsArrivalIsKnown() {
        var phone = "+254711000001";

        var answer = Server.post(AT + SECRETLY, "id", "a1", "from", phone, "text", "echo habari");

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(awaitText(phone)).containsEntry("message", "habari");
        Server.post(AT + "status/" + SECRETLY, "id", "AT" + phone, "status", "Success");
        awaitDelivered(phone, "habari");
        assertThat(Server.post(AT, "id", "a2", "from", phone, "text", "x").status()).isEqualTo(403);
    }

    @Test
    void aTextByTropoIsAnsweredInASessionThatWeBegin() {
        var text =
                "{\"session\":{\"id\":\"t1\",\"from\":{\"id\":\"15770004\"},"
                        + "\"initialText\":\"echo salut\"}}";

        var answer = tropo(text);

        assertThat(answer.body()).isEqualTo("{\"tropo\":[{\"hangup\":{}}]}");
        assertThat(answer.headers().get("Content-Type")).startsWith("application/json");
        await().atMost(ofSeconds(20)).until(() -> !Vendors.APIS.programs().isEmpty());
        var program = Vendors.APIS.programs().get(0);
        assertThat(tropo("{\"session\":{\"parameters\":{\"program\":\"" + program + "\"}}}").body())
                .contains("\"value\":\"salut\"", "\"to\":\"15770004\"");
    }

    private static Answer tropo(String session) {
        var body = BodyPublishers.ofString(session);
        return Server.send("POST", "/backend/tropo/", "application/json", body);
    }

    private static Map<String, String> awaitText(String phone) {
        await().atMost(ofSeconds(20)).until(() -> !Vendors.APIS.textsTo(phone).isEmpty());
        return Vendors.APIS.textsTo(phone).get(0);
    }

    private static void awaitDelivered(String phone, String text) {
        var visitor = Visitor.loggedIn(Server.ADMINISTRATOR, Server.PASSWORD);
        var delivered =
                "/messagelog/?direction=outgoing&state=delivered&who=" + Server.escaped(phone);
        await().atMost(ofSeconds(20)).until(() -> visitor.get(delivered).body().contains(text));
    }

    /** As Twilio signs: the address, and behind it the fields by their names. */
    private static Answer twilio(String action, String... fields) {
        var path = "/backend/twilio/" + action;
        var sorted = new TreeMap<String, String>();
        for (int i = 0; i < fields.length; i += 2) {
            sorted.put(fields[i], fields[i + 1]);
        }
        var signed = new StringBuilder(Server.address(path).toString());
        sorted.forEach((name, value) -> signed.append(name).append(value));
        return Server.post(Map.of("X-Twilio-Signature", hmac(signed.toString())), path, fields);
    }

    private static String hmac(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(Vendors.TWILIOS_TOKEN.getBytes(UTF_8), "HmacSHA1"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
