package org.rapidsms.backend.gsm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapidsms.backend.DeliveryReport;
import org.rapidsms.backend.HttpGateway;
import org.rapidsms.backend.IncomingSms;
import org.rapidsms.backend.Outcome;
import org.rapidsms.backend.OutgoingSms;
import org.rapidsms.backend.SendException;
import org.rapidsms.backend.SendFailure;
import org.rapidsms.settings.Settings;
import org.rapidsms.testing.KeptConnection;

/** A modem that does what modems do, and we. */
@SuppressWarnings("try") // A connection is kept, even if a test asks it nothing.
class GsmBackendTest {

    private static final String ALICE = "+15550001";

    private static final Patience SHORT =
            new Patience(Duration.ofSeconds(1), Duration.ofMillis(10), 3);

    private FakeModem modem;

    @BeforeEach
    void start() throws IOException {
        modem = new FakeModem();
    }

    @AfterEach
    void stop() {
        modem.close();
    }

    @Test
    void aTextIsHandedOver() {
        var backend = backend(Map.of());
        try (var connection = KeptConnection.of(backend).awaitReady()) {
            var outcome = send(backend, ALICE, "hello");

            assertThat(outcome.failure()).isEmpty();
            assertThat(outcome.externalId().orElseThrow()).startsWith("15550001/12/");
            assertThat(modem.commands()).contains("AT+CMGS=17");
            assertThat(modem.texts()).containsExactly("0031000891515500100000A705E8329BFD06");
        }
    }

    @Test
    void aLongTextIsSentInPartsAndOfTheLastOneIsReported() {
        var backend = backend(Map.of());
        try (var connection = KeptConnection.of(backend).awaitReady()) {
            assertThat(send(backend, ALICE, "x".repeat(1600)).failure()).isEmpty();
        }

        assertThat(modem.texts()).hasSize(11);
        assertThat(modem.texts().subList(0, 10)).allMatch(pdu -> pdu.startsWith("0051"));
        assertThat(modem.texts().get(10)).startsWith("0071");
    }

    @Test
    void triedAgainItsPartsAreTheSameToThePhone() {
        var backend = backend(Map.of());
        try (var connection = KeptConnection.of(backend).awaitReady()) {
            modem.answerTexts("+CMGS: 1\r\n\r\nOK", "+CMS ERROR: 42");
            assertThat(send(backend, ALICE, "x".repeat(200)).failure())
                    .contains(SendFailure.UNREACHABLE);
            send(backend, ALICE, "x".repeat(200));
        }

        assertThat(modem.texts().get(2)).isEqualTo(modem.texts().get(0));
    }

    @Test
    void aTextComesInAndIsThenDeletedFromTheCard() {
        try (var connection = KeptConnection.of(backend(Map.of())).awaitReady()) {
            modem.put(3, pdu("ping"));
            modem.tell(3);

            connection.awaitEvents(1);

            assertThat(connection.texts().get(0).identity()).isEqualTo(ALICE);
            assertThat(connection.texts().get(0).text()).isEqualTo("ping");
            await().until(() -> modem.card().isEmpty());
        }
    }

    @Test
    void whatCameWhileWeWereAwayComesInToo() {
        modem.put(1, pdu("one"));
        modem.put(2, pdu("two"));

        try (var connection = KeptConnection.of(backend(Map.of())).awaitReady()) {
            assertThat(connection.texts())
                    .extracting(IncomingSms::text)
                    .containsExactly("one", "two");
        }
    }

    @Test
    void whatCannotBeStoredStaysOnTheCardAndIsKnownWhenItComesAgain() {
        modem.put(1, pdu("ping"));
        var noDatabase = new IllegalStateException("no database");

        try (var connection = KeptConnection.refusing(backend(Map.of()), noDatabase)) {
            assertThat(connection.awaitFailure()).isSameAs(noDatabase);
        }

        assertThat(modem.card()).hasSize(1);
        assertThat(modem.commands()).noneMatch(command -> command.startsWith("AT+CMGD"));
        var ids = List.of(idOfFirst(), idOfFirst());
        assertThat(ids.get(0)).isEqualTo(ids.get(1)).isNotBlank();
    }

    private String idOfFirst() {
        modem.put(1, pdu("ping"));
        try (var connection = KeptConnection.of(backend(Map.of())).awaitReady()) {
            return connection.texts().get(0).fields().get("external_id");
        }
    }

    @Test
    void aTextInPartsComesInWhenAllAreThereInWhateverOrder() {
        var parts = DeliverPdu.of(ALICE, "x".repeat(200) + "€" + "y".repeat(200), now());
        try (var connection = KeptConnection.of(backend(Map.of())).awaitReady()) {
            modem.put(5, parts.get(2));
            modem.put(6, parts.get(0));
            modem.tell(6);
            modem.put(7, pdu("between"));
            modem.tell(7);
            connection.awaitEvents(1);
            assertThat(modem.card()).containsKeys(5, 6);

            modem.put(8, parts.get(1));
            modem.tell(8);
            connection.awaitEvents(2);

            assertThat(connection.texts())
                    .extracting(IncomingSms::text)
                    .containsExactly("between", "x".repeat(200) + "€" + "y".repeat(200));
            await().until(() -> modem.card().isEmpty());
        }
    }

    @Test
    void aTextOfWhichAPartNeverComesIsTakenAfterADay() {
        var parts = DeliverPdu.of(ALICE, "x".repeat(200), now().minus(25, ChronoUnit.HOURS));
        modem.put(1, parts.get(1));

        try (var connection = KeptConnection.of(backend(Map.of())).awaitReady()) {
            assertThat(connection.texts().get(0).text()).isEqualTo("[…]" + "x".repeat(47));
        }
    }

    @Test
    void whatNobodyCanReadStaysOnTheCardAndHoldsNobodyUp() {
        modem.put(1, "0004");
        modem.put(2, pdu("ping"));

        try (var connection = KeptConnection.of(backend(Map.of())).awaitReady()) {
            assertThat(connection.texts()).hasSize(1);
            assertThat(modem.card()).containsOnlyKeys(1);
        }
    }

    @Test
    void pitfall22WhatComesInTheMiddleOfATextIsNotLost() {
        var backend = backend(Map.of());
        try (var connection = KeptConnection.of(backend).awaitReady()) {
            modem.put(4, pdu("stored"));
            modem.interject(
                    "\r\n+CMTI: \"SM\",4\r\n\r\n+CMT: ,24\r\n"
                            + pdu("direct")
                            + "\r\n\r\n+CDS: 25\r\n"
                            + DeliverPdu.report(9, ALICE, now(), 0)
                            + "\r\n\r\nRING\r\n");

            var outcome = send(backend, ALICE, "hello");

            assertThat(outcome.failure()).isEmpty();
            assertThat(outcome.externalId().orElseThrow()).startsWith("15550001/12/");
            connection.awaitEvents(3);
            assertThat(connection.texts())
                    .extracting(IncomingSms::text)
                    .containsExactlyInAnyOrder("stored", "direct");
            assertThat(connection.reports()).hasSize(1);
        }
    }

    @Test
    void pitfall22IfThePromptNeverComesTheNextTextIsTaken() {
        var backend = backend(Map.of());
        try (var connection = KeptConnection.of(backend).awaitReady()) {
            modem.answerTexts(FakeModem.Trick.NO_PROMPT);

            assertThat(send(backend, ALICE, "one").failure()).contains(SendFailure.UNREACHABLE);
            assertThat(send(backend, ALICE, "two").failure()).isEmpty();
            assertThat(modem.texts()).hasSize(1);
        }
    }

    @Test
    void pitfall22AModemThatIsBusyThriceIsAskedAFourthTime() {
        var backend = backend(Map.of());
        try (var connection = KeptConnection.of(backend).awaitReady()) {
            modem.answerTexts("+CMS ERROR: 515", "+CMS ERROR: 515", "+CMS ERROR: 515");

            assertThat(send(backend, ALICE, "hello").failure()).isEmpty();
            assertThat(modem.texts()).hasSize(4);
        }
    }

    @Test
    void ofATextThatWasHandedOverAndNotAnsweredNobodyKnows() {
        var backend = backend(Map.of("timeout", "1s"));
        try (var connection = KeptConnection.of(backend).awaitReady()) {
            modem.answerTexts(FakeModem.Trick.NO_ANSWER);

            assertThat(send(backend, ALICE, "one").failure()).contains(SendFailure.UNKNOWN);
            assertThat(send(backend, ALICE, "two").failure()).isEmpty();
        }
    }

    @Test
    void ofATextOverWhichTheConnectionBrokeNobodyKnows() {
        var backend = backend(Map.of());
        var connection = KeptConnection.of(backend).awaitReady();
        modem.answerTexts(FakeModem.Trick.NO_ANSWER);
        var breaker =
                new Thread(
                        () -> {
                            await().until(() -> !modem.texts().isEmpty());
                            try {
                                modem.hangUp();
                            } catch (IOException e) {
                                throw new IllegalStateException(e);
                            }
                        });
        breaker.start();

        assertThat(send(backend, ALICE, "one").failure()).contains(SendFailure.UNKNOWN);
        assertThat(connection.awaitSendException().failure()).isEqualTo(SendFailure.UNREACHABLE);
    }

    @ParameterizedTest
    @CsvSource({
        "+CMS ERROR: 21, REJECTED",
        "+CMS ERROR: 28, REJECTED",
        "+CMS ERROR: 30, REJECTED",
        "+CMS ERROR: 38, UNREACHABLE",
        "+CMS ERROR: 42, UNREACHABLE",
        "+CMS ERROR: 47, UNREACHABLE",
        "+CMS ERROR: 50, REJECTED",
        "+CMS ERROR: 69, REJECTED",
        "+CMS ERROR: 96, REJECTED",
        "+CMS ERROR: 111, REJECTED",
        "+CMS ERROR: 304, REJECTED",
        "+CMS ERROR: 310, MISCONFIGURED",
        "+CMS ERROR: 316, MISCONFIGURED",
        "+CMS ERROR: 322, UNREACHABLE",
        "+CMS ERROR: 330, MISCONFIGURED",
        "+CMS ERROR: 331, UNREACHABLE",
        "+CMS ERROR: 500, UNREACHABLE",
        "+CME ERROR: 10, MISCONFIGURED",
        "+CME ERROR: 14, UNREACHABLE",
        "+CME ERROR: 100, UNREACHABLE",
        "ERROR, UNREACHABLE"
    })
    void whatTheModemSaysIsTheFailure(String line, SendFailure expected) {
        assertThat(ModemError.is(line)).isTrue();
        assertThat(ModemError.of(line).failure().failure()).isEqualTo(expected);
    }

    @Test
    void aModemThatDoesNotKnowWhatIsTheMatterThreeTimesBeginsAnew() {
        var backend = backend(Map.of());
        var connection = KeptConnection.of(backend).awaitReady();
        modem.answerTexts("+CMS ERROR: 500", "+CMS ERROR: 500", "+CMS ERROR: 500");

        for (int i = 0; i < 3; i++) {
            assertThat(send(backend, ALICE, "hello").failure()).contains(SendFailure.UNREACHABLE);
        }

        assertThat(connection.awaitSendException().failure()).isEqualTo(SendFailure.UNREACHABLE);
        assertThat(modem.commands()).contains("AT+CFUN=1,1");
    }

    @Test
    void aReportIsOfTheTextWithItsReferenceAndPhone() {
        var backend = backend(Map.of());
        try (var connection = KeptConnection.of(backend).awaitReady()) {
            var id = send(backend, ALICE, "hello").externalId().orElseThrow();

            for (int status : new int[] {0x00, 0x30, 0x46, 0x61}) {
                modem.say(
                        "\r\n+CDS: 25\r\n" + DeliverPdu.report(12, ALICE, now(), status) + "\r\n");
            }

            connection.awaitEvents(4);
            assertThat(connection.reports().get(0).externalIds()).contains(id);
            assertThat(connection.reports())
                    .extracting(DeliveryReport::state)
                    .containsExactly(
                            DeliveryReport.State.DELIVERED,
                            DeliveryReport.State.SENT,
                            DeliveryReport.State.FAILED,
                            DeliveryReport.State.FAILED);
        }
    }

    @Test
    void aPinIsEnteredIfTheCardAsksForIt() {
        modem.answer("AT+CPIN?", "+CPIN: SIM PIN");

        try (var connection = KeptConnection.of(backend(Map.of("pin", "1234"))).awaitReady()) {
            assertThat(modem.commands()).containsOnlyOnce("AT+CPIN=\"1234\"");
        }
    }

    @Test
    void aWrongPinIsEnteredOnceAndNeverAgain() {
        modem.answer("AT+CPIN?", "+CPIN: SIM PIN");
        modem.answer("AT+CPIN=\"1234\"", "+CME ERROR: 16");
        var backend = backend(Map.of("pin", "1234"));

        var first = KeptConnection.of(backend).awaitSendException();
        var second = KeptConnection.of(backend).awaitSendException();

        assertThat(List.of(first.failure(), second.failure()))
                .containsOnly(SendFailure.MISCONFIGURED);
        assertThat(first.getMessage() + second.getMessage()).doesNotContain("1234");
        assertThat(modem.commands()).containsOnlyOnce("AT+CPIN=\"1234\"");
    }

    @ParameterizedTest
    @CsvSource({"SIM PIN", "SIM PUK"})
    void aCardThatWantsWhatWeDoNotKnowIsOurs(String wanted) {
        modem.answer("AT+CPIN?", "+CPIN: " + wanted);

        assertThat(KeptConnection.of(backend(Map.of())).awaitSendException())
                .hasMessageContaining(wanted)
                .extracting(SendException::failure)
                .isEqualTo(SendFailure.MISCONFIGURED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "5", "6", "10"})
    void anyNetworkWillDo(String state) {
        modem.answer("AT+CREG?", "+CREG: 0," + state);

        assertThat(KeptConnection.of(backend(Map.of())).awaitReady().interrupt()).isTrue();
    }

    @Test
    void withoutANetworkNoTextIsHandedOverButWhatLiesThereIsTaken() {
        modem.answer("AT+CREG?", "+CREG: 0,2");
        modem.put(1, pdu("ping"));

        var connection = KeptConnection.of(backend(Map.of()));

        assertThat(connection.awaitSendException().failure()).isEqualTo(SendFailure.UNREACHABLE);
        assertThat(connection.texts()).hasSize(1);
    }

    @Test
    void theModemIsToldHowWeWantIt() {
        modem.answer("AT+CNMI=2,1,0,1,0", "+CMS ERROR: 303");

        try (var connection =
                KeptConnection.of(backend(Map.of("smsc", "+15559999"))).awaitReady()) {
            assertThat(modem.commands())
                    .containsSubsequence(
                            "AT",
                            "ATZ",
                            "ATE0",
                            "AT+CMEE=1",
                            "AT+CPIN?",
                            "AT+CSCA=\"+15559999\"",
                            "AT+CNMI=2,1,0,1,0",
                            "AT+CNMI=1,1,0,1,0",
                            "AT+CMGF=0",
                            "AT+CMGL=4");
        }
    }

    @Test
    void itTellsItsSignalAndItsNetwork() {
        var backend = backend(Map.of());
        try (var connection = KeptConnection.of(backend).awaitReady()) {
            assertThat(backend.state()).isEqualTo("Example Telecom, signal 17 of 31");
        }
        assertThat(backend.state()).isEmpty();
    }

    @Test
    void whoeverIsToldToStopStops() {
        assertThat(KeptConnection.of(backend(Map.of())).awaitReady().interrupt()).isTrue();
    }

    @Test
    void aModemThatSaysNothingIsNotWaitedForForEver() {
        modem.answer("AT", "ERROR");

        assertThat(KeptConnection.of(backend(Map.of())).awaitSendException().failure())
                .isEqualTo(SendFailure.UNREACHABLE);
    }

    @Test
    void aModemThatIsNotThereIsUnreachable() {
        modem.close();

        assertThat(KeptConnection.of(backend(Map.of())).awaitSendException().failure())
                .isEqualTo(SendFailure.UNREACHABLE);
    }

    @Test
    void withoutConnectionNothingIsHandedOver() {
        var backend = backend(Map.of());

        assertThatThrownBy(() -> send(backend, ALICE, "hello"))
                .isInstanceOfSatisfying(
                        SendException.class,
                        e -> assertThat(e.failure()).isEqualTo(SendFailure.UNREACHABLE));
    }

    @Test
    void pitfall7ANameOfAServiceIsNotSentTo() {
        var backend = backend(Map.of());
        try (var connection = KeptConnection.of(backend).awaitReady()) {
            assertThat(send(backend, "Vodafone", "hello").failure()).contains(SendFailure.REJECTED);
            assertThat(modem.texts()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a@b€{", "😀👩‍👩‍👧‍👦", "مرحبا بالعالم", "a\0b"})
    void pitfall6AnyTextIsHandedOverAsItIs(String text) {
        var backend = backend(Map.of());
        try (var connection = KeptConnection.of(backend).awaitReady()) {
            send(backend, ALICE, text);
        }

        // Behind the number a text looks the same both ways, but for when it was sent.
        var received = DeliverPdu.of(ALICE, text, now()).get(0);
        var body = received.substring(received.indexOf("515500100") + 10 + 2 + 14);
        assertThat(modem.texts().get(0)).endsWith(body.substring(2));
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }

    private static String pdu(String text) {
        return DeliverPdu.of(ALICE, text, Instant.parse("2026-11-21T20:00:00Z")).get(0);
    }

    private static Outcome send(GsmBackend backend, String identity, String text) {
        return backend.send(new OutgoingSms("m1", text, Arrays.asList(identity), Map.of())).get(0);
    }

    private GsmBackend backend(Map<String, String> others) {
        var values = new HashMap<String, String>();
        values.put("port", modem.address());
        values.putAll(others);
        return (GsmBackend)
                new GsmEngine(new HttpGateway())
                        .configure("modem", Settings.of("rapidsms.backends.modem", values), SHORT);
    }
}
