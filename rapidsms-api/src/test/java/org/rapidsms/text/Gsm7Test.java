package org.rapidsms.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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

    private static String read(int... septets) {
        var bytes = new byte[septets.length];
        for (int i = 0; i < septets.length; i++) {
            bytes[i] = (byte) septets[i];
        }
        return Gsm7.read(bytes);
    }
}
