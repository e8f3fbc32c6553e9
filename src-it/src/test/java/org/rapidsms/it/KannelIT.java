package org.rapidsms.it;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole road with the real Kannel: phone, SMSC, Kannel, RapidSMS, and back. */
@OnServer
@Needs({Kannel.BEARERBOX, Kannel.SMSBOX})
class KannelIT {

    private static final String INCOMING = "/backend/kannel-fake-smsc/";

    private static Kannel kannel;
    private static FakeSmsc smsc;

    @BeforeAll
    static void start() throws IOException {
        kannel = Kannel.start();
        smsc = FakeSmsc.connect();
    }

    @AfterAll
    static void stop() throws IOException {
        if (smsc != null) {
            smsc.close();
        }
        if (kannel != null) {
            kannel.close();
        }
    }

    @Test
    void twoHundredTextsGetOneRightAnswerEach() {
        var numbers = IntStream.range(0, 200).boxed().toList();

        numbers.forEach(n -> smsc.text(phone(n), "echo number " + n));

        await().atMost(ofSeconds(60))
                .untilAsserted(
                        () ->
                                assertThat(numbers)
                                        .allSatisfy(n -> assertReceived(phone(n), "number " + n)));
    }

    private static String phone(int n) {
        return String.valueOf(254_700_000 + n);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hello",
                "مرحبا بالعالم",
                "ሰላም",
                "नमस्ते दुनिया",
                "😀 and 😍",
                "СССР",
                "naïve"
            })
    void aTextInUcs2SurvivesBothWays(String text) {
        var phone = "25471" + Math.abs(text.hashCode() % 100_000);

        smsc.ucs2(phone, "echo " + text);

        awaitReceived(phone, text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"hello", "héllo ñ", "مرحبا بالعالم", "ሰላም", "😀", "a&b + 100% #tag = ?"})
    void aTextInTheUsualAlphabetSurvivesBothWays(String text) {
        var phone = "25472" + Math.abs(text.hashCode() % 100_000);

        smsc.text(phone, "echo " + text);

        awaitReceived(phone, text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello", "مرحبا بالعالم", "ሰላም", "😀"})
    void aTextInOctetsSurvivesBothWays(String text) {
        var phone = "25473" + Math.abs(text.hashCode() % 100_000);

        smsc.data(phone, "echo " + text);

        awaitReceived(phone, text);
    }

    @Test
    void fourHundredAndEightyLettersComeBackInParts() {
        var text = "abcdefgh".repeat(60);

        smsc.text("254740001", "echo " + text);

        awaitJoined("254740001", US_ASCII, text);
    }

    @Test
    void fourHundredAndEightyLettersOfUcs2ComeBackInParts() {
        var text = "ሰላምሰላምሰላ".repeat(60);

        smsc.ucs2("254740002", "echo " + text);

        awaitJoined("254740002", UTF_16BE, text);
    }

    @Test
    void anEmptyTextIsTakenWithoutAWord() {
        var answer = Server.get(INCOMING + "?id=254750001&text=&charset=UTF-8&coding=0");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void theSameCallTwiceIsOneMessage() {
        var call = INCOMING + "?id=254750002&text=ping&charset=UTF-8&coding=0&sms_id=";

        assertThat(Server.get(call + "first").status()).isEqualTo(200);
        assertThat(Server.get(call + "first").status()).isEqualTo(200);
        assertThat(Server.get(call + "second").status()).isEqualTo(200);

        // The answer to the second text comes after any answer to the repeated first.
        awaitReceived("254750002", "pong", "pong");
        await().during(ofSeconds(2))
                .atMost(ofSeconds(10))
                .untilAsserted(() -> assertReceived("254750002", "pong", "pong"));
    }

    @Test
    void anUnknownCharsetIsRefused() {
        var answer = Server.get(INCOMING + "?id=254750003&text=ping&charset=X-NOPE&coding=0");

        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void aFormIsNoCallOfKannels() {
        var answer = Server.post(INCOMING, "id", "254750004", "text", "ping");

        assertThat(answer.status()).isEqualTo(400);
    }

    private static void awaitReceived(String phone, String... texts) {
        await().atMost(ofSeconds(20)).untilAsserted(() -> assertReceived(phone, texts));
    }

    private static void assertReceived(String phone, String... texts) {
        assertThat(smsc.textsTo(phone)).isEqualTo(List.of(texts));
    }

    private static void awaitJoined(String phone, Charset charset, String text) {
        await().atMost(ofSeconds(20))
                .untilAsserted(() -> assertThat(smsc.joinedTextTo(phone, charset)).isEqualTo(text));
    }
}
