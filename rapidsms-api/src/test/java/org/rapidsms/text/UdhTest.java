package org.rapidsms.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapidsms.text.Udh.Concatenation;
import org.rapidsms.text.Udh.Reference;

/** Headers as they are seen on the air. */
class UdhTest {

    @Test
    void readsAReferenceOfOneOctet() {
        assertThat(read("0500032A0201").concatenation())
                .contains(new Concatenation(Reference.ofOctet(0x2A), 2, 1));
        assertThat(read("050003FFFFFF").concatenation())
                .contains(new Concatenation(Reference.ofOctet(255), 255, 255));
    }

    @Test
    void readsAReferenceOfTwoOctets() {
        assertThat(read("060804FF2B0201").concatenation())
                .contains(new Concatenation(Reference.wide(0xFF2B), 2, 1));
    }

    @Test
    void aReferenceOfOneOctetIsNotThatOfTwo() {
        assertThat(Reference.ofOctet(7)).isNotEqualTo(Reference.wide(7));
        assertThat(Reference.ofOctet(0x1FF).number()).isEqualTo(0xFF);
        assertThat(Reference.wide(0x1FFFF).number()).isEqualTo(0xFFFF);
    }

    @Test
    void readsLanguages() {
        assertThat(read("0324010D").shift()).isEqualTo(NationalLanguage.URDU);
        assertThat(read("0325010D").locking()).isEqualTo(NationalLanguage.URDU);
        assertThat(read("0324010D").locking()).isEqualTo(NationalLanguage.NONE);
    }

    @Test
    void readsSeveralElementsInAnyOrder() {
        var udh = read("0B240101050400000000" + "250103".substring(0, 4));
        assertThat(udh.shift()).isEqualTo(NationalLanguage.TURKISH);

        var all = read("0E" + "250103" + "0003070302" + "240101" + "7001" + "00");
        assertThat(all)
                .isEqualTo(
                        Udh.NONE
                                .with(NationalLanguage.PORTUGUESE, NationalLanguage.TURKISH)
                                .with(new Concatenation(Reference.ofOctet(7), 3, 2)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00",
                "FF",
                "0500032A",
                "0500032A0200",
                "0500032A0203",
                "0500032A0001",
                "0400022A02",
                "0324010E",
                "03240180",
                "0500FF2A0201",
                "010000032A0201",
            })
    void whatMakesNoSenseIsPassedOver(String header) {
        assertThat(read(header)).isEqualTo(Udh.NONE);
    }

    @ParameterizedTest
    @CsvSource({"0500032A02016869, 6", "00, 1", "FF00, 2", "'', 0"})
    void saysWhereTheTextBegins(String userData, int length) {
        assertThat(Udh.length(HexFormat.of().parseHex(userData))).isEqualTo(length);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0500032A0201",
                "060804FF2B0201",
                "03240101",
                "03250103",
                "0B00032A0302240106250106",
            })
    void writesWhatItReads(String header) {
        var udh = read(header);

        assertThat(udh.write()).isEqualTo(HexFormat.of().parseHex(header));
        assertThat(udh.octets()).isEqualTo(header.length() / 2);
    }

    private static Udh read(String header) {
        return Udh.read(HexFormat.of().parseHex(header));
    }
}
