package org.rapidsms.backend.gsm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapidsms.backend.gsm.IncomingPdu.Report;
import org.rapidsms.backend.gsm.IncomingPdu.Text;
import org.rapidsms.text.SmsText;
import org.rapidsms.text.Udh;

/** Short messages as modems and networks write them. */
class PduTest {

    private static final Instant THEN = Instant.parse("2026-11-21T20:15:30Z");

    @Test
    void aTextIsWrittenAsTheManualsOfModemsDo() {
        var pdu = submit("+46708251358", "hellohello", true).get(0);

        assertThat(pdu.hex()).isEqualTo("0031000B916407281553F80000A70AE8329BFD4697D9EC37");
        assertThat(pdu.length()).isEqualTo(23);
    }

    @Test
    void aNationalNumberAndAnotherScriptAreSaidToBeSuch() {
        var pdu = submit("4711", "مرحبا", false).get(0);

        assertThat(pdu.hex()).isEqualTo("00110004817411" + "0008A70A" + "06450631062D06280627");
    }

    @Test
    void pitfall15AnEscapeIsNotTornApartBetweenParts() {
        var pdus = submit("+1555", "x".repeat(152) + "€" + "y".repeat(20), false);

        assertThat(pdus).hasSize(2);
        // 152 septets and the seven of the header, as the two of the sign did not fit.
        assertThat(pdus.get(0).hex()).startsWith("005100049151550000A7" + "9F" + "050003");
        assertThat(pdus.get(1).hex()).startsWith("005100049151550000A7" + "1D" + "050003");
    }

    @Test
    void aTextIsReadAsTheManualsOfModemsWriteIt() {
        var text =
                text(
                        "07911326040000F0040B911346610089F60000208062917314080CC8F71D14969741F977FD07");

        assertThat(text.sender()).isEqualTo("+31641600986");
        assertThat(text.text()).isEqualTo("How are you?");
        assertThat(text.sent()).isEqualTo(Instant.parse("2002-08-26T19:37:41Z"));
    }

    @Test
    void aServiceHasAName() {
        // GSM 7-bit "Vodafone" is 8 septets in 7 octets, that is 14 half octets.
        var text = text("00" + "04" + "0ED0" + "D637396C7EBBCB" + "0000" + "62112102510300" + "00");

        assertThat(text.sender()).isEqualTo("Vodafone");
        assertThat(text.text()).isEmpty();
    }

    @Test
    void pitfall6AnyTextIsReadAsItWasWritten() {
        for (var written :
                List.of(
                        "",
                        "a@b€{",
                        "😀👩‍👩‍👧‍👦",
                        "مرحبا بالعالم",
                        "ሰላም",
                        "a\0b",
                        "x".repeat(160))) {
            var pdus = DeliverPdu.of("+15550001", written, THEN);

            assertThat(pdus).hasSize(1);
            assertThat(text(pdus.get(0)).text()).isEqualTo(written);
            assertThat(text(pdus.get(0)).sent()).isEqualTo(THEN);
        }
    }

    @Test
    void eightBitsAreLatin1() {
        var text = text("00" + "04" + "04815155" + "00" + "04" + "62112102510300" + "02" + "E974");

        assertThat(text.text()).isEqualTo("ét");
    }

    @ParameterizedTest
    @CsvSource({
        "0, SEPTETS",
        "4, OCTETS",
        "8, UCS_2",
        "16, SEPTETS",
        "24, UCS_2",
        "200, SEPTETS",
        "224, UCS_2",
        "240, SEPTETS",
        "245, OCTETS"
    })
    void theAlphabetFollowsFromTheCodingScheme(int scheme, IncomingPdu.Coding expected) {
        assertThat(IncomingPdu.Coding.of(scheme)).isEqualTo(expected);
    }

    @Test
    void aReportIsRead() {
        assertThat(IncomingPdu.read(DeliverPdu.report(12, "+15550001", THEN, 0x46)))
                .contains(new Report(12, "+15550001", THEN, 0x46));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "0", "zz", "00", "0004", "000404815155", "00040B91134661", "FF", "0003"})
    void whatMakesNoSenseIsNothing(String hex) {
        assertThat(IncomingPdu.read(hex)).isEmpty();
    }

    @Test
    void aTextThatIsShorterThanItSaysIsReadAsFarAsItGoes() {
        var whole = DeliverPdu.of("+15550001", "hello", THEN).get(0);

        assertThat(text(whole.substring(0, whole.length() - 4)).text()).startsWith("he");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "+", "Vodafone", "15a", "+1+2", "123456789012345678901"})
    void whatIsNoNumberIsNone(String identity) {
        assertThat(SubmitPdu.isNumber(identity)).isFalse();
    }

    @Test
    void aReferenceIsKnownOnTheDaysAround() {
        assertThat(Reference.possible(7, "15550001", THEN))
                .containsExactly(
                        "15550001/7/2026-11-21", "15550001/7/2026-11-20", "15550001/7/2026-11-22")
                .contains(Reference.of(7, "+15550001", THEN));
    }

    private static List<SubmitPdu> submit(String number, String text, boolean isReported) {
        var sms = SmsText.of(text);
        return sms.segments(Udh.Reference.ofOctet(1)).stream()
                .map(segment -> SubmitPdu.of(number, segment, sms.encoding(), isReported))
                .toList();
    }

    private static Text text(String hex) {
        return (Text) IncomingPdu.read(hex).orElseThrow();
    }
}
