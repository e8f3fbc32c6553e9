package org.rapidsms.backend.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rapidsms.backend.smpp.SmppConfig.Alphabet;
import org.rapidsms.backend.smpp.UserData.Part;

/** Texts as SMS centres deliver them. */
class UserDataTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "GSM with an escape,"
                + " 0001013135353530303031000101373839000000000000000000001600206174201b65206575726f"
                + "200420652d6772617665, @ at € euro è e-grave",
        "Latin-1,"
                + " 00010131353535303030320001013738390000000000000000030006636166e920a3, café £",
        "UCS-2, 000101313535353030303300010137383900000000000000000800080633064406270645, سلام",
        "UCS-2 of ASCII,"
                + " 000101313535353030303400010137383900000000000000000800"
                + "0a00480065006c006c006f, Hello",
        "UTF-16 under UCS-2,"
                + " 0001013135353530303035000101373839000000000000000008000a006f006b0020d83dde00,"
                + " ok 😀",
        "IA5, 0001013135353530303036000101373839000000000000000001"
                + "0009706c61696e20402024, plain @ $",
        "nothing, 00010131353535303030380001013738390000000000000000000000, ''",
        "a sender in letters,"
                + " 0005014d7942616e6b000101373839000000000000000000000a66726f6d20616c6e756d,"
                + " from alnum",
        "a payload,"
                + " 00010131353535303030390001013738390000000000000000000000"
                + "0424000c766961207061796c6f616421, via payload!",
    })
    void isRead(String label, String body, String text) {
        var data = UserData.of(RawPdu.deliverSm(body));

        assertThat(data.text(RawPdu.deliverSm(body).dataCoding(), Alphabet.GSM7)).isEqualTo(text);
        assertThat(data.part()).isEmpty();
    }

    @Test
    void aPartIsKnownByItsHeader() {
        var data =
                UserData.of(
                        RawPdu.deliverSm(
                                "0001013135353530303037000101373839004000000000000000000f05"
                                        + "00032a020150617274206f6e652c"));

        assertThat(data.part()).contains(new Part(0x2A, 2, 1));
        assertThat(data.text(0, Alphabet.GSM7)).isEqualTo("Part one,");
    }

    @Test
    void aPartIsKnownByItsWideHeader() {
        var data = UserData.of(RawPdu.of(0x40, 0, RawPdu.hex("06 08 04 0102 03 02 41")));

        assertThat(data.part()).contains(new Part(0x10102, 3, 2));
        assertThat(data.text(0, Alphabet.GSM7)).isEqualTo("A");
    }

    @Test
    void aPartIsKnownByItsParameters() {
        var data =
                UserData.of(
                        RawPdu.deliverSm(
                                "0001013135353530303130000101373839000000000000000000000820736172"
                                        + "2074776f020c0002004d020e000102020f000102"));

        assertThat(data.part()).contains(new Part(0x2004D, 2, 2));
        assertThat(data.text(0, Alphabet.GSM7)).isEqualTo(" sar two");
    }

    @ParameterizedTest
    @CsvSource({
        "06 08 04 0102 03 04 41",
        "05 00 03 2a 02 00 41",
        "05 00 03 2a 01 01 41",
        "05 00 03 2a 00 00 41"
    })
    void whatIsNoPossiblePartIsAText(String octets) {
        assertThat(UserData.of(RawPdu.of(0x40, 0, RawPdu.hex(octets))).part()).isEmpty();
    }

    @Test
    void aNationalLanguageOfTheHeaderIsRead() {
        // Turkish extension: an escape before 's' is ş.
        var data = UserData.of(RawPdu.of(0x40, 0, RawPdu.hex("03 24 01 01 1b 73")));

        assertThat(data.text(0, Alphabet.GSM7)).isEqualTo("ş");
    }

    @Test
    void pitfall6AHeaderThatIsNoneIsText() {
        assertThat(text(0x40, 0, "48 69")).isEqualTo("Hi");
        assertThat(text(0x40, 0, "")).isEmpty();
    }

    @Test
    void latin1IsReadWhereTheSmsCentreWritesIt() {
        var data = UserData.of(RawPdu.of(0, 0, RawPdu.hex("e9 40")));

        assertThat(data.text(0, Alphabet.LATIN1)).isEqualTo("é@");
    }

    @ParameterizedTest
    @CsvSource({
        "0x10, 00, @",
        "0xF0, 00, @",
        "0x18, 0633, س",
        "0xF4, e9, é",
        "4, e9, é",
        "6, d0, а",
    })
    void otherCodingsAreRead(String coding, String octets, String text) {
        assertThat(text(0, Integer.decode(coding), octets)).isEqualTo(text);
    }

    @Test
    void halvesOfACharacterComeTogetherWithTheNextPart() {
        assertThat(text(0, 8, "d83d") + text(0, 8, "de00")).isEqualTo("😀");
    }

    private static String text(int esmClass, int coding, String octets) {
        return UserData.of(RawPdu.of(esmClass, coding, RawPdu.hex(octets)))
                .text(coding, Alphabet.GSM7);
    }
}
