package org.rapidsms.text;

import java.util.HashMap;
import java.util.Map;

/**
 * The GSM 7-bit default alphabet and its extension table (3GPP TS 23.038 §6.2.1), one septet in one
 * byte.
 */
public final class Gsm7 {

    private static final char ESCAPE = 0x1B;

    /** The septets 0 to 127 in order. */
    private static final String BASIC =
            "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001BÆæßÉ"
                    + " !\"#¤%&'()*+,-./0123456789:;<=>?"
                    + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§"
                    + "¿abcdefghijklmnopqrstuvwxyzäöñüà";

    /** What a septet means after an escape. */
    private static final Map<Character, Character> EXTENSION =
            Map.of(
                    (char) 0x0A,
                    '\f',
                    (char) 0x14,
                    '^',
                    (char) 0x28,
                    '{',
                    (char) 0x29,
                    '}',
                    (char) 0x2F,
                    '\\',
                    (char) 0x3C,
                    '[',
                    (char) 0x3D,
                    '~',
                    (char) 0x3E,
                    ']',
                    (char) 0x40,
                    '|',
                    (char) 0x65,
                    '€');

    private static final Map<Character, Integer> SEPTETS = septets();

    private Gsm7() {}

    private static Map<Character, Integer> septets() {
        var septets = new HashMap<Character, Integer>();
        for (char c : BASIC.toCharArray()) {
            septets.put(c, 1);
        }
        EXTENSION.values().forEach(c -> septets.put(c, 2));
        septets.remove(ESCAPE);
        return septets;
    }

    /** Whether every character of a text is in the alphabet or its extension. */
    public static boolean canWrite(String text) {
        return text.chars().allMatch(c -> SEPTETS.containsKey((char) c));
    }

    /** How many septets a character takes; 0 if it cannot be written. */
    static int septets(char c) {
        return SEPTETS.getOrDefault(c, 0);
    }

    /**
     * Reads septets.
     *
     * @param septets a byte above 127 becomes U+FFFD; an escape before a septet that has no other
     *     meaning is left out, as the standard asks of phones
     */
    public static String read(byte[] septets) {
        var text = new StringBuilder(septets.length);
        boolean escaped = false;
        for (byte septet : septets) {
            if (septet == ESCAPE && !escaped) {
                escaped = true;
            } else {
                text.append(escaped ? extended(septet) : basic(septet));
                escaped = false;
            }
        }
        return text.toString();
    }

    private static char extended(byte septet) {
        return EXTENSION.getOrDefault((char) septet, basic(septet));
    }

    private static char basic(byte septet) {
        if (septet < 0) {
            return '\uFFFD';
        }
        // A second escape in a row is reserved; phones show a space.
        return septet == ESCAPE ? ' ' : BASIC.charAt(septet);
    }
}
