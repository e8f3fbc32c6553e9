package org.rapidsms.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapidsms.text.SmsText.Encoding;
import org.rapidsms.text.Udh.Reference;

/** How a text is divided on the air (3GPP TS 23.040 §9.2.3.24). */
class SmsTextTest {

    private static final Reference NARROW = Reference.ofOctet(0x2A);
    private static final Reference WIDE = Reference.wide(0x2A2B);

    @ParameterizedTest
    @CsvSource({
        "a, 160, 1, 160",
        "a, 161, 2, 153",
        "a, 306, 2, 153",
        "a, 307, 3, 153",
        "á, 70, 1, 70",
        "á, 71, 2, 67",
        "á, 134, 2, 67",
        "😀, 35, 1, 35",
        "😀, 36, 2, 33",
    })
    void dividesAsPhonesDo(String character, int times, int count, int inTheFirst) {
        var segments = SmsText.of(character.repeat(times)).segments(NARROW);

        assertThat(segments).hasSize(count);
        assertThat(segments.get(0).text()).isEqualTo(character.repeat(inTheFirst));
        assertThat(text(segments)).isEqualTo(character.repeat(times));
    }

    @ParameterizedTest
    @CsvSource({"a, 161, 152", "á, 71, 66"})
    void leavesRoomForAReferenceOfTwoOctets(String character, int times, int inTheFirst) {
        var segments = SmsText.of(character.repeat(times)).segments(WIDE);

        assertThat(segments.get(0).text()).hasSize(inTheFirst);
        assertThat(segments.get(0).udh().write()).asHexString().isEqualTo("0608042A2B0201");
    }

    /** The 153rd septet would be the escape of the euro sign. */
    @Test
    void anEscapeAtSeptet153IsNotTornFromItsCharacter() {
        var segments = SmsText.of("a".repeat(152) + "€" + "b".repeat(20)).segments(NARROW);

        assertThat(segments)
                .extracting(Segment::text)
                .containsExactly("a".repeat(152), "€" + "b".repeat(20));
        assertThat(segments.get(1).bytes()).startsWith(0x1B, 0x65, 'b');
    }

    @Test
    void anEmojiAtTheEdgeOfASegmentIsNotTornApart() {
        var segments = SmsText.of("á".repeat(66) + "😀" + "b".repeat(20)).segments(NARROW);

        assertThat(segments)
                .extracting(Segment::text)
                .containsExactly("á".repeat(66), "😀" + "b".repeat(20));
        assertThat(segments.get(1).bytes()).startsWith(0xD8, 0x3D, 0xDE, 0x00, 0x00, 'b');
    }

    @Test
    void eachSegmentSaysWhichItIs() {
        assertThat(SmsText.of("a".repeat(400)).segments(NARROW))
                .extracting(segment -> hex(segment.udh().write()))
                .containsExactly("0500032A0301", "0500032A0302", "0500032A0303");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "á"})
    void aTextThatHasRoomHasNoHeader(String text) {
        var segments = SmsText.of(text).segments(NARROW);

        assertThat(segments).hasSize(1);
        assertThat(segments.get(0).udh()).isEqualTo(Udh.NONE);
        assertThat(segments.get(0).packedLength()).isEqualTo(segments.get(0).bytes().length);
    }

    @Test
    void aSegmentFillsTheAirToTheLastBit() {
        assertThat(SmsText.of("a".repeat(161)).segments(NARROW).get(0).packed()).hasSize(140);
        assertThat(SmsText.of("a".repeat(161)).segments(NARROW).get(0).packedLength())
                .isEqualTo(160);
        assertThat(SmsText.of("a".repeat(161)).segments(NARROW).get(0).unpacked()).hasSize(159);
        assertThat(SmsText.of("á".repeat(71)).segments(NARROW).get(0).packed()).hasSize(140);
        assertThat(SmsText.of("á".repeat(71)).segments(NARROW).get(0).packedLength())
                .isEqualTo(140);
    }

    @Test
    void anOperatorThatDividesByItselfGetsTheWhole() {
        var whole = SmsText.of("a".repeat(400)).whole();

        assertThat(whole.text()).hasSize(400);
        assertThat(whole.udh()).isEqualTo(Udh.NONE);
    }

    @Test
    void thereAreNoNumbersForMoreThan255Segments() {
        assertThat(SmsText.of("a".repeat(255 * 153)).segments(NARROW)).hasSize(255);
        assertThatThrownBy(() -> SmsText.of("a".repeat(255 * 153 + 1)).segments(NARROW))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "TURKISH, ş, 155, 77",
        "TURKISH, ışık, 155, 38",
        "PORTUGUESE, õ, 155, 155",
        "URDU, ے, 155, 155",
    })
    void aNationalLanguageHasRoomFor155SeptetsInOne(
            NationalLanguage language, String text, int septets, int times) {
        var sms = SmsText.of(text.repeat(times), List.of(language));

        assertThat(sms.encoding()).isEqualTo(Encoding.GSM_7);
        assertThat(sms.room()).isEqualTo(septets);
        assertThat(sms.segments(NARROW)).hasSize(1);
    }

    @Test
    void aNationalLanguageHasRoomFor149SeptetsInEach() {
        var segments =
                SmsText.of("õ".repeat(156), List.of(NationalLanguage.PORTUGUESE)).segments(NARROW);

        assertThat(segments).extracting(s -> s.text().length()).containsExactly(149, 7);
        assertThat(hex(segments.get(1).udh().write())).isEqualTo("0800032A0202250103");
    }

    /** Letters of the alphabet, and digits of the extension. */
    @Test
    void bothTablesOfALanguageLeaveRoomFor146() {
        var sms = SmsText.of("नमस्ते १".repeat(30), List.of(NationalLanguage.HINDI));
        var first = sms.segments(NARROW).get(0);

        assertThat(first.udh().locking()).isEqualTo(NationalLanguage.HINDI);
        assertThat(first.udh().shift()).isEqualTo(NationalLanguage.HINDI);
        assertThat(first.bytes()).hasSizeBetween(145, 146);
        assertThat(first.packed()).hasSizeBetween(139, 140);
    }

    @Test
    void aNationalLanguageIsTakenOnlyWhereItSaves() {
        var turkish = List.of(NationalLanguage.TURKISH);

        assertThat(SmsText.of("ş".repeat(70), turkish).encoding()).isEqualTo(Encoding.UCS_2);
        assertThat(SmsText.of("ş".repeat(71), turkish).encoding()).isEqualTo(Encoding.GSM_7);
        assertThat(SmsText.of("€".repeat(71), turkish).whole().udh()).isEqualTo(Udh.NONE);
        assertThat(SmsText.of("ş".repeat(71)).encoding()).isEqualTo(Encoding.UCS_2);
        assertThat(SmsText.of("ş".repeat(71) + "ም", turkish).encoding()).isEqualTo(Encoding.UCS_2);
    }

    @Test
    void anyTextMayGoInUcs2() {
        assertThat(SmsText.ofUcs2("a").encoding()).isEqualTo(Encoding.UCS_2);
        assertThat(hex(SmsText.ofUcs2("a").whole().bytes())).isEqualTo("0061");
    }

    private static String text(List<Segment> segments) {
        return segments.stream().map(Segment::text).collect(Collectors.joining());
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().withUpperCase().formatHex(bytes);
    }
}
