package org.rapidsms.text;

import java.util.Arrays;

/**
 * The GSM 7-bit alphabets and their extensions (3GPP TS 23.038 §6.2.1), one septet in one byte, and
 * how septets are packed into octets (§6.1.2.1).
 */
public final class Gsm7 {

    private static final int BITS = 7;
    private static final int MASK = 0x7F;

    private static final Alphabet.Septets DEFAULT =
            new Alphabet.Septets(NationalLanguage.NONE, NationalLanguage.NONE);

    private Gsm7() {}

    /** Whether every character of a text is in the default alphabet or its extension. */
    public static boolean canWrite(String text) {
        return DEFAULT.canWrite(text);
    }

    /**
     * Writes septets of the default alphabet.
     *
     * @throws IllegalArgumentException if {@link #canWrite} says no
     */
    public static byte[] write(String text) {
        if (!canWrite(text)) {
            throw new IllegalArgumentException("a character is not in the alphabet");
        }
        return DEFAULT.write(text);
    }

    /** Reads septets of the default alphabet, as {@link #read(byte[], Udh)} does. */
    public static String read(byte[] septets) {
        return DEFAULT.read(septets);
    }

    /**
     * Reads septets, those of a national language too.
     *
     * @param septets a byte above 127 becomes U+FFFD; an escape before a septet that has no other
     *     meaning is left out, as the standard asks of phones
     * @param udh the header that stood before them, which names the language; {@link Udh#NONE} if
     *     there was none
     */
    public static String read(byte[] septets, Udh udh) {
        return new Alphabet.Septets(udh.locking(), udh.shift()).read(septets);
    }

    /**
     * Packs septets behind a header, as a modem is given them (3GPP TS 23.040 §9.2.3.24).
     *
     * @param header of {@link Udh#write}; empty if there is none
     * @return header and septets, which begin at the next multiple of seven bits
     */
    public static byte[] pack(byte[] header, byte[] septets) {
        int first = headerSeptets(header.length);
        var packed = Arrays.copyOf(header, octets(first + septets.length));
        for (int i = 0; i < septets.length; i++) {
            int bit = (first + i) * BITS;
            int shifted = (septets[i] & MASK) << bit % Byte.SIZE;
            packed[bit / Byte.SIZE] |= (byte) shifted;
            if (shifted >= 1 << Byte.SIZE) {
                packed[bit / Byte.SIZE + 1] |= (byte) (shifted >> Byte.SIZE);
            }
        }
        return packed;
    }

    /**
     * Unpacks the septets behind a header.
     *
     * @param packed header and septets
     * @param header how many octets the header has, {@link Udh#length}; 0 if there is none
     * @param length how many septets header and text take together, as the message says. What the
     *     octets do not have is left out
     */
    public static byte[] unpack(byte[] packed, int header, int length) {
        int first = headerSeptets(header);
        int last = Math.min(length, septets(packed.length));
        var septets = new byte[Math.max(0, last - first)];
        for (int i = 0; i < septets.length; i++) {
            int bit = (first + i) * BITS;
            int at = bit / Byte.SIZE;
            int octets = packed[at] & 0xFF;
            if (at + 1 < packed.length) {
                octets |= (packed[at + 1] & 0xFF) << Byte.SIZE;
            }
            septets[i] = (byte) (octets >> bit % Byte.SIZE & MASK);
        }
        return septets;
    }

    /** How many octets so many septets take. */
    static int octets(int septets) {
        return (septets * BITS + Byte.SIZE - 1) / Byte.SIZE;
    }

    /** How many septets have room in so many octets. */
    static int septets(int octets) {
        return octets * Byte.SIZE / BITS;
    }

    /** How many septets are spent for a header of so many octets. */
    static int headerSeptets(int octets) {
        return (octets * Byte.SIZE + BITS - 1) / BITS;
    }
}
