package org.rapidsms.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The default alphabet of 3GPP TS 23.038. */
class Gsm7Test {

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "é ñ €", "[{~}]|^\\", "ΔΦΓΛΩΠΨΣΘΞ", "@£$¥", "a\nb\r"})
    void writes(String text) {
        assertThat(Gsm7.canWrite(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"á", "ç", "`", "سلام", "ሰላም", "😀", "\t", "\u001B"})
    void doesNotWrite(String text) {
        assertThat(Gsm7.canWrite(text)).isFalse();
    }

    @Test
    void readsEverySeptetAsTheStandardSays() {
        assertThat(read(0x00, 0x01, 0x02, 0x03, 0x10, 0x20, 0x24, 0x40, 0x5F, 0x60, 0x7F))
                .isEqualTo("@£$¥Δ ¤¡§¿à");
        assertThat(read('h', 'i', '5')).isEqualTo("hi5");
    }

    @Test
    void readsTheExtension() {
        assertThat(read(0x1B, 0x65, 0x1B, 0x28, 0x1B, 0x3D)).isEqualTo("€{~");
    }

    @Test
    void readsAnUnknownEscapeAsTheSeptetBehindIt() {
        assertThat(read(0x1B, 'a')).isEqualTo("a");
        assertThat(read(0x1B, 0x1B, 'a')).isEqualTo(" a");
        assertThat(read('a', 0x1B)).isEqualTo("a");
    }

    @Test
    void readsABadByteAsAReplacement() {
        assertThat(read('a', 0xE9, 'b')).isEqualTo("a\uFFFDb");
        assertThat(read(0x1B, 0xE9)).isEqualTo("\uFFFD");
    }

    @Test
    void writesWhatItReads() {
        var every = new StringBuilder();
        for (int septet = 0; septet < 128; septet++) {
            if (septet != 0x1B) {
                every.append(read(septet));
            }
        }
        every.append("\f^{}\\[~]|€");

        assertThat(Gsm7.write(every.toString())).hasSize(127 + 20);
        assertThat(Gsm7.read(Gsm7.write(every.toString()))).isEqualTo(every.toString());
        assertThatThrownBy(() -> Gsm7.write("á")).isInstanceOf(IllegalArgumentException.class);
    }

    /** The one that every description of packing has, and one with a carry in each octet. */
    @ParameterizedTest
    @CsvSource({
        "hellohello, '', E8329BFD4697D9EC37",
        "How are you?, '', C8F71D14969741F977FD07",
        "@@@, '', 000000",
        "à, '', 7F",
        "'', '', ''",
        // Behind six octets there is a bit to fill, behind seven there is none.
        "Hi, 0500032A0201, 0500032A02019069",
        "Hi, 060804FF2B0201, 060804FF2B0201C834",
        "Hi, 03240101, 0324010140A601",
    })
    void packs(String text, String header, String packed) {
        var bytes = HexFormat.of().parseHex(packed);
        int length = HexFormat.of().parseHex(header).length;

        assertThat(Gsm7.pack(HexFormat.of().parseHex(header), Gsm7.write(text))).isEqualTo(bytes);
        int septets = (length * 8 + 6) / 7 + text.length();
        assertThat(Gsm7.read(Gsm7.unpack(bytes, length, septets))).isEqualTo(text);
    }

    @Test
    void sevenSeptetsAreNotTakenForEight() {
        var packed = Gsm7.pack(new byte[0], Gsm7.write("1234567"));

        assertThat(packed).hasSize(7);
        assertThat(Gsm7.unpack(packed, 0, 7)).hasSize(7);
    }

    @Test
    void septetsThatAMessageHasNotAreLeftOut() {
        assertThat(Gsm7.unpack(new byte[] {'a'}, 0, 160)).containsExactly('a');
        assertThat(Gsm7.unpack(new byte[] {'a'}, 0, 0)).isEmpty();
        assertThat(Gsm7.unpack(new byte[0], 0, 3)).isEmpty();
        assertThat(Gsm7.unpack(new byte[] {1, 2}, 2, 1)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "TURKISH, ışğİŞĞç€, false, true",
        "SPANISH, áíóúÁÍÓÚç, false, true",
        "PORTUGUESE, ãõâêôÃÕÂÊÔ, false, true",
        "TURKISH, ışğİŞĞç€, true, false",
        "PORTUGUESE, ãõâêôÃÕÂÊÔ∞ª€, true, false",
        "BENGALI, আমি বাংলায় ৭৳, true, true",
        "GUJARATI, હું ગુજરાતી ૭, true, true",
        "HINDI, 'नमस्ते, १२३।', true, true",
        "KANNADA, ಕನ್ನಡ ಹಾಡು ೭, true, true",
        "MALAYALAM, മലയാളം ൭ ൻ, true, true",
        "ORIYA, ଓଡ଼ିଆ ୭, true, true",
        "PUNJABI, ਪੰਜਾਬੀ ੭, true, true",
        "TAMIL, தமிழ் ௭, true, true",
        "TELUGU, తెలుగు ౭ €, true, true",
        "URDU, السلام علیکم ۷ \u064D, true, true",
    })
    void writesAndReadsNationalLanguages(
            NationalLanguage language, String text, boolean locking, boolean shift) {
        var udh =
                Udh.NONE.with(
                        locking ? language : NationalLanguage.NONE,
                        shift ? language : NationalLanguage.NONE);
        var alphabet = new Alphabet.Septets(udh.locking(), udh.shift());

        assertThat(text.codePoints().filter(c -> alphabet.units(c) == 0)).isEmpty();
        assertThat(Gsm7.read(alphabet.write(text), udh)).isEqualTo(text);
    }

    /** The corners where transcriptions of the standard differ. */
    @ParameterizedTest
    @CsvSource({
        "KANNADA, 24, ಡ",
        "KANNADA, 3D, ಪ",
        "HINDI, 00, ँ",
        "BENGALI, 2C, ','",
        "URDU, 5C, \u064D",
        "TURKISH, 07, ı",
        "TURKISH, 04, €",
        "PORTUGUESE, 15, ∞",
        "SPANISH, 09, Ç",
        "TAMIL, 15, க",
        "TAMIL, 0B, ' '",
    })
    void readsTheAlphabetOfALanguage(NationalLanguage language, String septet, String character) {
        var udh = Udh.NONE.with(language, NationalLanguage.NONE);

        assertThat(Gsm7.read(HexFormat.of().parseHex(septet), udh)).isEqualTo(character);
    }

    @ParameterizedTest
    @CsvSource({
        "TELUGU, 1B65, €",
        "TURKISH, 1B47, Ğ",
        "SPANISH, 1B09, ç",
        "HINDI, 1B1C, ०",
        "URDU, 1B3E, ]",
        "TURKISH, 1B61, a",
    })
    void readsTheExtensionOfALanguage(NationalLanguage language, String septets, String character) {
        var udh = Udh.NONE.with(NationalLanguage.NONE, language);

        assertThat(Gsm7.read(HexFormat.of().parseHex(septets), udh)).isEqualTo(character);
    }

    private static String read(int... septets) {
        var bytes = new byte[septets.length];
        for (int i = 0; i < septets.length; i++) {
            bytes[i] = (byte) septets[i];
        }
        return Gsm7.read(bytes);
    }
}
