package org.rapidsms.backend.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rapidsms.backend.DeliveryReport;
import org.rapidsms.backend.DeliveryReport.State;

/** Receipts as SMS centres write them, each in its own way. */
class ReceiptTest {

    private static final String USUAL =
            "id:1900578521 sub:001 dlvrd:001 submit date:2611210035 done date:2611210035"
                    + " stat:DELIVRD err:000 text:hello world";

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "as the specification has it |" + USUAL + "| 1900578521 | DELIVERED | DELIVRD",
                "a 14-digit date | id:7 submit date:20261121003500 done date:20261121003501"
                        + " stat:DELIVRD err:000 text:x | 7 | DELIVERED | DELIVRD",
                "a 12-digit date | id:7 submit date:261121003500 stat:EXPIRED err:0 | 7 | FAILED |"
                        + " EXPIRED",
                "a state of 13 letters | id:a1 sub:001 stat:UNDELIVERABLE err:034 text: | a1 |"
                        + " FAILED | UNDELIVERABLE err 034",
                "no text | id:7 stat:REJECTD err:00b | 7 | FAILED | REJECTD err 00b",
                "keys in small and in capitals | ID:7 SUB:001 Stat:delivrd Err:000 Text:x | 7 |"
                        + " DELIVERED | delivrd",
                "another order | stat:UNDELIV err:12 id:0007 text:x | 0007 | FAILED | UNDELIV err 12",
                "spaces after the colons | id: 7 stat: DELIVRD err: 000 | 7 | DELIVERED | DELIVRD",
                "no dates and no counts | id:7 stat:ACCEPTD | 7 | SENT | ACCEPTD",
                "buffered | id:7 stat:BUFFERED err:0 | 7 | SENT | BUFFERED",
                "on its way | id:7 stat:ENROUTE err:0 | 7 | SENT | ENROUTE",
                "deleted | id:7 stat:DELETED err:0 | 7 | FAILED | DELETED",
                "a word that nobody knows | id:7 stat:PONDERED err:0 | 7 | SENT | PONDERED",
                "nothing behind a key | id:7 sub: stat:DELIVRD err: text: | 7 | DELIVERED | DELIVRD",
                "a text that looks like a receipt | id:7 stat:UNDELIV err:1 text:id:8 stat:DELIVRD |"
                        + " 7 | FAILED | UNDELIV err 1",
                "an error in letters | id:7 stat:UNDELIV err:EC_21 | 7 | FAILED | UNDELIV err EC_21",
                "no id at all | stat:DELIVRD | - | DELIVERED | DELIVRD",
            })
    void isRead(String label, String words, String id, State state, String said) {
        var receipt = Receipt.of(RawPdu.receipt(words)).orElseThrow();

        assertThat(receipt.id()).isEqualTo(id == null ? "" : id);
        assertThat(receipt.report(List.of("x"), true))
                .isEqualTo(DeliveryReport.of("x", state, said));
    }

    @ParameterizedTest
    @CsvSource({
        "0, SENT, SCHEDULED",
        "1, SENT, ENROUTE",
        "2, DELIVERED, DELIVRD",
        "3, FAILED, EXPIRED",
        "4, FAILED, DELETED",
        "5, FAILED, UNDELIV",
        "6, SENT, ACCEPTD",
        "7, FAILED, UNKNOWN",
        "8, FAILED, REJECTD",
        "9, FAILED, SKIPPED",
    })
    void parametersSayAllWithoutWordsAndWithoutTheBit(int value, State state, String said) {
        var receipt = Receipt.of(parameters(0, "", value)).orElseThrow();

        assertThat(receipt.id()).isEqualTo("0A1b");
        assertThat(receipt.report(List.of("x"), true))
                .isEqualTo(DeliveryReport.of("x", state, said));
    }

    @Test
    void parametersGoBeforeWords() {
        var receipt = Receipt.of(parameters(4, "id:9 stat:UNDELIV err:000", 2)).orElseThrow();

        assertThat(receipt.id()).isEqualTo("0A1b");
        assertThat(receipt.report(List.of(), true).state()).isEqualTo(State.DELIVERED);
    }

    @Test
    void theNetworksErrorIsTold() {
        var pdu = parameters(4, "id:9 stat:UNDELIV err:001", 5);
        pdu.parameters().put((short) 0x0423, new byte[] {3, 0, 34});

        assertThat(Receipt.of(pdu).orElseThrow().words()).isEqualTo("UNDELIV err 34");
    }

    @Test
    void anUnknownFateIsWhatTheSettingsSay() {
        var receipt = Receipt.of(RawPdu.receipt("id:7 stat:UNKNOWN")).orElseThrow();

        assertThat(receipt.report(List.of(), true).state()).isEqualTo(State.FAILED);
        assertThat(receipt.report(List.of(), false).state()).isEqualTo(State.SENT);
    }

    @ParameterizedTest
    @CsvSource({"0x04", "0x08", "0x10", "0x20", "0x44"})
    void theBitsSayThatItIsOne(String esmClass) {
        var words = USUAL.getBytes(StandardCharsets.ISO_8859_1);

        assertThat(Receipt.of(RawPdu.of(Integer.decode(esmClass), 0, words))).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"0x00", "0x40", "0x03"})
    void whatAPhoneWroteIsNone(String esmClass) {
        var words = USUAL.getBytes(StandardCharsets.ISO_8859_1);

        assertThat(Receipt.of(RawPdu.of(Integer.decode(esmClass), 0, words))).isEmpty();
    }

    @Test
    void theTextIsNotRepeatedInWhatIsTold() {
        assertThat(Receipt.of(RawPdu.receipt(USUAL)).orElseThrow().words()).doesNotContain("hello");
    }

    private static Pdu parameters(int esmClass, String words, int state) {
        var parameters = new HashMap<Short, byte[]>();
        parameters.put(Receipt.RECEIPTED_MESSAGE_ID, "0A1b\0".getBytes(StandardCharsets.US_ASCII));
        parameters.put(Receipt.MESSAGE_STATE, new byte[] {(byte) state});
        return new Pdu(
                "15550001",
                "789",
                esmClass,
                0,
                words.getBytes(StandardCharsets.US_ASCII),
                parameters);
    }
}
