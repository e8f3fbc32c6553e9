package org.rapidsms.backend.gsm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapidsms.backend.HttpGateway;
import org.rapidsms.backend.IncomingSms;
import org.rapidsms.backend.Outcome;
import org.rapidsms.backend.OutgoingSms;
import org.rapidsms.backend.SendFailure;
import org.rapidsms.settings.Settings;
import org.rapidsms.testing.KeptConnection;

/** A modem that knows text mode only, and we. */
@SuppressWarnings("try") // A connection is kept, even if a test asks it nothing.
class GsmTextModeTest {

    private static final String ALICE = "+15550001";

    private static final Patience SHORT =
            new Patience(Duration.ofSeconds(1), Duration.ofMillis(10), 3);

    private FakeModem modem;

    @BeforeEach
    void start() throws IOException {
        modem = new FakeModem();
        modem.answer("AT+CMGF=0", "ERROR");
    }

    @AfterEach
    void stop() {
        modem.close();
    }

    @Test
    void aTextIsHandedOverAndAReportAskedFor() {
        var backend = backend();
        try (var connection = KeptConnection.of(backend).awaitReady()) {
            var outcome = send(backend, "hello");

            assertThat(outcome.failure()).isEmpty();
            assertThat(outcome.externalId().orElseThrow()).startsWith("15550001/12/");
        }
        assertThat(modem.commands())
                .containsSubsequence(
                        "AT+CMGF=1",
                        "AT+CSCS=\"UCS2\"",
                        "AT+CMGL=\"ALL\"",
                        "AT+CSMP=49,167,0,0",
                        "AT+CMGS=\"002B00310035003500350030003000300031\"");
        assertThat(modem.texts()).containsExactly("00680065006C006C006F");
    }

    @ParameterizedTest
    @ValueSource(strings = {"مرحبا بالعالم", "😀👩‍👩‍👧‍👦"})
    void pitfall6AnyScriptIsHandedOverAsItIs(String text) {
        var backend = backend();
        try (var connection = KeptConnection.of(backend).awaitReady()) {
            assertThat(send(backend, text).failure()).isEmpty();
        }

        assertThat(modem.commands()).contains("AT+CSMP=49,167,0,8");
        assertThat(modem.texts()).containsExactly(hex(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ping", "مرحبا", "😀👩‍👩‍👧‍👦", "> a\r\nOK\r\n+CMTI: \"SM\",9", "dead"})
    void aTextComesInAndIsThenDeletedFromTheCard(String text) {
        try (var connection = KeptConnection.of(backend()).awaitReady()) {
            modem.put(3, shown(text));
            modem.tell(3);

            connection.awaitEvents(1);

            assertThat(connection.texts().get(0).identity()).isEqualTo(ALICE);
            assertThat(connection.texts().get(0).text()).isEqualTo(text);
            await().until(() -> modem.card().isEmpty());
        }
    }

    @Test
    void whatCannotBeStoredStaysOnTheCardAndIsKnownWhenItComesAgain() {
        modem.put(1, shown("ping"));
        var noDatabase = new IllegalStateException("no database");

        try (var connection = KeptConnection.refusing(backend(), noDatabase)) {
            assertThat(connection.awaitFailure()).isSameAs(noDatabase);
        }

        assertThat(modem.card()).hasSize(1);
        assertThat(modem.commands()).noneMatch(command -> command.startsWith("AT+CMGD"));
        var unread = shown("ping");
        assertThat(idOf(modem.card().get(1))).isEqualTo(idOf(unread)).isNotBlank();
    }

    private String idOf(String text) {
        modem.put(1, text);
        try (var connection = KeptConnection.of(backend()).awaitReady()) {
            return connection.texts().get(0).fields().get("external_id");
        }
    }

    @Test
    void pitfall22WhatComesInTheMiddleOfATextIsNotLost() {
        var backend = backend();
        try (var connection = KeptConnection.of(backend).awaitReady()) {
            modem.put(4, shown("stored"));
            modem.interject(
                    "\r\n+CMTI: \"SM\",4\r\n"
                            + "\r\n+CMT: \"%s\",,\"26/11/21,00:36:44+12\"\r\n%s\r\n"
                                    .formatted(hex(ALICE), hex("direct"))
                            + report(9));

            var outcome = send(backend, "hello");

            assertThat(outcome.failure()).isEmpty();
            assertThat(outcome.externalId().orElse("")).startsWith("15550001/12/");
            connection.awaitEvents(3);
            assertThat(connection.texts())
                    .extracting(IncomingSms::text)
                    .containsExactlyInAnyOrder("stored", "direct");
            assertThat(connection.reports()).hasSize(1);
        }
    }

    @Test
    void aReportIsOfTheTextWithItsReferenceAndPhone() {
        var backend = backend();
        try (var connection = KeptConnection.of(backend).awaitReady()) {
            var id = send(backend, "hello").externalId().orElseThrow();
            modem.say(report(12));
            connection.awaitEvents(1);

            assertThat(connection.reports().get(0).externalIds()).contains(id);
        }
    }

    @ParameterizedTest
    @CsvSource({"x, 160, 161", "ش, 70, 71", "€, 80, 81"})
    void aTextThatTakesMoreThanOnePartIsRefused(String character, int most, int tooMany) {
        var backend = backend();
        try (var connection = KeptConnection.of(backend).awaitReady()) {
            assertThat(send(backend, character.repeat(most)).failure()).isEmpty();
            var refused = send(backend, character.repeat(tooMany));

            assertThat(refused.failure()).contains(SendFailure.REJECTED);
            assertThat(refused.toString()).contains("2 parts", "text mode");
            assertThat(modem.texts()).hasSize(1);
        }
    }

    @Test
    void theNameOfTheNetworkIsRead() {
        modem.answer("AT+COPS?", "+COPS: 0,0,\"" + hex("Example") + "\"");
        var backend = backend();

        try (var connection = KeptConnection.of(backend).awaitReady()) {
            assertThat(backend.state()).startsWith("Example, ");
        }
    }

    @ParameterizedTest
    @CsvSource({"hello, 0, hello", "a@$b, 0, a\0\2b", "1 €, 8, 0031002020AC", "Ξ, 8, 039E"})
    void withoutUcs2ATextIsPlainUnlessAControlCharacterIsInIt(
            String text, int coding, String handedOver) {
        var backend = backendWithoutUcs2();
        try (var connection = KeptConnection.of(backend).awaitReady()) {
            assertThat(send(backend, text).failure()).isEmpty();
        }

        assertThat(modem.commands())
                .containsSubsequence("AT+CSMP=17,167,0," + coding, "AT+CMGS=\"+15550001\"");
        assertThat(modem.texts()).containsExactly(handedOver);
    }

    @Test
    void withoutUcs2ATextIsTakenToItsEndWhateverItSays() {
        // In GSM 7-bit these are Ø at the edges, where Java sees white space.
        var text =
                "\013\r\n\r\nOK\r\n+CDS: 6,12,\"+15550001\",145,\"\",\"\",0\r\n> ERROR\r\nOK\r\n\013";
        var backend = backendWithoutUcs2();
        try (var connection = KeptConnection.of(backend).awaitReady()) {
            modem.put(1, "\"REC UNREAD\",\"+15550001\",,\"26/11/21,00:36:44+12\"\r\n" + text);
            modem.put(2, "\"REC UNREAD\",\"+15550002\",,\"\",145,4,0,8\r\n" + hex("مرحبا"));
            modem.tell(1);

            connection.awaitEvents(2);

            assertThat(connection.texts())
                    .extracting(IncomingSms::text)
                    .containsExactly(text.replace('\013', 'Ø'), "مرحبا");
            assertThat(connection.texts().get(0).identity()).isEqualTo(ALICE);
            assertThat(connection.reports()).isEmpty();
            await().until(() -> modem.card().isEmpty());
        }
    }

    private static String hex(String text) {
        return HexFormat.of().withUpperCase().formatHex(text.getBytes(StandardCharsets.UTF_16BE));
    }

    private static String shown(String text) {
        return "\"REC UNREAD\",\"%s\",,\"26/11/21,00:36:44+12\"\r\n%s"
                .formatted(hex(ALICE), hex(text));
    }

    private static String report(int reference) {
        var now =
                DateTimeFormatter.ofPattern("yy/MM/dd,HH:mm:ss")
                        .format(Instant.now().atOffset(ZoneOffset.UTC));
        return "\r\n+CDS: 6,%d,\"%s\",145,\"%s+00\",\"%s+00\",0\r\n"
                .formatted(reference, hex(ALICE), now, now);
    }

    private static Outcome send(GsmBackend backend, String text) {
        return backend.send(new OutgoingSms("m1", text, List.of(ALICE), Map.of())).get(0);
    }

    private GsmBackend backendWithoutUcs2() {
        modem.answer("AT+CSCS=\"UCS2\"", "+CME ERROR: 4");
        return backend();
    }

    private GsmBackend backend() {
        var values = Map.of("port", modem.address(), "mode", "text");
        return (GsmBackend)
                new GsmEngine(new HttpGateway())
                        .configure("modem", Settings.of("rapidsms.backends.modem", values), SHORT);
    }
}
