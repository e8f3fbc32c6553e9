package org.rapidsms.backend.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapidsms.backend.BadWebhookException;
import org.rapidsms.backend.WebhookRequest;
import org.rapidsms.settings.Secret;

/** The vectors of Twilio's documentation, and what a proxy makes of an address. */
class TwilioSignatureTest {

    private static final Secret TOKEN = new Secret("12345");
    private static final String COFFEE =
            "AccountSid=AC00000000000000000000000000000001&Body=echo+caf%C3%A9"
                    + "&From=%2B15550001&MessageSid=SM00000000000000000000000000000001"
                    + "&NumMedia=0&SmsSid=SM00000000000000000000000000000001&To=%2B789";
    private static final String COFFEES = "j8FP9TYrmVnQpBVnMSZ1xS6PEB8=";
    private static final String FORM = "application/x-www-form-urlencoded";

    private final TwilioSignature signature = new TwilioSignature(TOKEN);

    @Test
    void theCallOfTheDocumentationIsGoodWithItsSignatureAlone() {
        var form =
                "CallSid=CA1234567890ABCDE&Caller=%2B14158675309&Digits=1234"
                        + "&From=%2B14158675309&To=%2B18005551212";
        var address = "https://mycompany.com/myapp.php?foo=1&bar=2";

        good(call(address, FORM, form, "RSOYDt4T1cUTdK1PDd93/VVr8B8="));
        refused(call(address, FORM, form, "RSOYDt4T1cUTdK1PDd93/VVr8B9="));
        refused(call(address, FORM, form, ""));
    }

    /** Pitfall: a proxy, or the address in the console, may name the port where Twilio does not. */
    @ParameterizedTest
    @ValueSource(strings = {"", ":443", ":8443"})
    void aTextInUtf8IsGoodWhateverPortIsNamed(String port) {
        good(call("https://sms.example.org" + port + "/backend/twilio/one", FORM, COFFEE, COFFEES));
    }

    @Test
    void theDefaultPortMayBeSignedAndNotNamed() {
        var signed = sign("https://sms.example.org:443/backend/twilio/?a=1");

        good(call("https://sms.example.org/backend/twilio/?a=1", FORM, "", signed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://sms.example.org/backend/twilio/one",
                "https://sms.example.org/backend/twilio/two",
                "https://sms.example.org/backend/twilio/one?a=1",
                "https://sms.example.com/backend/twilio/one"
            })
    void theSignatureOfAnotherAddressIsNone(String address) {
        refused(call(address, FORM, COFFEE, COFFEES));
    }

    @Test
    void aTextThatSomebodyChangedIsRefused() {
        var address = "https://sms.example.org/backend/twilio/one";

        refused(call(address, FORM, COFFEE.replace("echo", "ecco"), COFFEES));
        refused(call(address, FORM, COFFEE + "&MediaUrl0=x", COFFEES));
    }

    /** Pitfall: what is no form is signed by its hash, which stands in the address. */
    @Test
    void aBodyThatIsNoFormIsGoodIfItsHashIsSigned() {
        var body = "{\"MessageSid\":\"SM1\",\"From\":\"+1\",\"Body\":\"hi\"}";
        var hash = "233ae2919226a861f68efc694f47a9eed684ce4c02fe6fde1a41efc69e98d482";
        var address = "https://sms.example.org/backend/twilio/";
        var hashed = address + "?bodySHA256=" + hash;

        good(call(hashed, "application/json", body, sign(hashed)));
        refused(call(hashed, "application/json", body.replace("hi", "ho"), sign(hashed)));
        refused(call(address, "application/json", body, sign(address)));
    }

    @Test
    void theSecretIsNotPrinted() {
        assertThat(signature).asString().doesNotContain("12345");
    }

    private void good(WebhookRequest call) {
        assertThatCode(() -> signature.check(call)).doesNotThrowAnyException();
    }

    private void refused(WebhookRequest call) {
        assertThatThrownBy(() -> signature.check(call))
                .isInstanceOfSatisfying(
                        BadWebhookException.class, e -> assertThat(e.status()).isEqualTo(403));
    }

    private static String sign(String address) {
        return Base64.getEncoder().encodeToString(TOKEN.sign("HmacSHA1", address));
    }

    private static WebhookRequest call(String address, String type, String body, String signature) {
        var parts = address.split("\\?", 2);
        return new WebhookRequest(
                "POST",
                "",
                parts.length > 1 ? parts[1] : "",
                parts[0],
                Map.of("Content-Type", type, "X-Twilio-Signature", signature),
                body.getBytes(StandardCharsets.UTF_8));
    }
}
