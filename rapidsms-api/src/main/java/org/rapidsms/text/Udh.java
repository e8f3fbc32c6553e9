package org.rapidsms.text;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;

/**
 * What stands before the text of a short message (3GPP TS 23.040 §9.2.3.24): which segment it is,
 * and in which national language it is written. Other elements are passed over.
 *
 * @param concatenation which segment of several; empty if the text is whole
 * @param locking whose alphabet replaces the default one
 * @param shift whose extension replaces the default one
 */
public record Udh(
        Optional<Concatenation> concatenation, NationalLanguage locking, NationalLanguage shift) {

    /** No header at all. */
    public static final Udh NONE =
            new Udh(Optional.empty(), NationalLanguage.NONE, NationalLanguage.NONE);

    private static final int OCTET_REFERENCE = 0x00;
    private static final int WIDE_REFERENCE = 0x08;
    private static final int SINGLE_SHIFT = 0x24;
    private static final int LOCKING_SHIFT = 0x25;

    /** How many octets the elements have that are read. */
    private static final Map<Integer, Integer> LENGTHS =
            Map.of(OCTET_REFERENCE, 3, WIDE_REFERENCE, 4, SINGLE_SHIFT, 1, LOCKING_SHIFT, 1);

    /** How many octets the header takes in front of a message that has one, its length included. */
    public static int length(byte[] userData) {
        return userData.length == 0 ? 0 : Math.min(userData.length, 1 + (userData[0] & 0xFF));
    }

    /**
     * Reads the header of a message that says it has one.
     *
     * @param userData header and text; what is cut off or makes no sense is passed over, as the
     *     standard asks of phones
     */
    public static Udh read(byte[] userData) {
        var udh = NONE;
        int length = length(userData);
        if (length == 0) {
            return udh;
        }
        var elements = ByteBuffer.wrap(userData, 1, length - 1);
        while (elements.remaining() >= 2) {
            int element = elements.get() & 0xFF;
            int octets = elements.get() & 0xFF;
            if (octets > elements.remaining()) {
                break;
            }
            udh = udh.with(element, elements.slice(elements.position(), octets));
            elements.position(elements.position() + octets);
        }
        return udh;
    }

    private Udh with(int element, ByteBuffer value) {
        if (value.remaining() != LENGTHS.getOrDefault(element, -1)) {
            return this;
        }
        return switch (element) {
            case OCTET_REFERENCE -> with(Reference.ofOctet(value.get()), value.get(), value.get());
            case WIDE_REFERENCE -> with(Reference.wide(value.getShort()), value.get(), value.get());
            case SINGLE_SHIFT -> with(locking, NationalLanguage.of(value.get()).orElse(shift));
            default -> with(NationalLanguage.of(value.get()).orElse(locking), shift);
        };
    }

    private Udh with(Reference reference, byte total, byte number) {
        return Concatenation.isPossible(total & 0xFF, number & 0xFF)
                ? with(new Concatenation(reference, total & 0xFF, number & 0xFF))
                : this;
    }

    /** This header, for one segment of several. */
    public Udh with(Concatenation segment) {
        return new Udh(Optional.of(segment), locking, shift);
    }

    /** This header, for other languages. */
    public Udh with(NationalLanguage locking, NationalLanguage shift) {
        return new Udh(concatenation, locking, shift);
    }

    /** How many octets it takes when it is written. */
    public int octets() {
        return write().length;
    }

    /** Writes the header with its length; no octets at all if there is nothing to say. */
    public byte[] write() {
        var elements = new ByteArrayOutputStream();
        concatenation.ifPresent(segment -> segment.writeTo(elements));
        write(SINGLE_SHIFT, shift, elements);
        write(LOCKING_SHIFT, locking, elements);
        if (elements.size() == 0) {
            return new byte[0];
        }
        var header = new ByteArrayOutputStream();
        header.write(elements.size());
        header.writeBytes(elements.toByteArray());
        return header.toByteArray();
    }

    private static void write(int element, NationalLanguage language, ByteArrayOutputStream to) {
        if (language != NationalLanguage.NONE) {
            to.writeBytes(new byte[] {(byte) element, 1, (byte) language.identifier()});
        }
    }

    /**
     * Which segment of a long text a short message is.
     *
     * @param reference what the segments of one text have in common
     * @param total of how many
     * @param number from 1
     */
    public record Concatenation(Reference reference, int total, int number) {

        /** What the standard has room for in {@code total}. */
        static final int MOST = 255;

        public Concatenation {
            if (!isPossible(total, number)) {
                throw new IllegalArgumentException(
                        "there is no segment " + number + " of " + total);
            }
        }

        static boolean isPossible(int total, int number) {
            return number >= 1 && number <= total && total <= MOST;
        }

        private void writeTo(ByteArrayOutputStream elements) {
            if (reference.wide()) {
                elements.write(WIDE_REFERENCE);
                elements.write(4);
                elements.write(reference.number() >> Byte.SIZE);
            } else {
                elements.write(OCTET_REFERENCE);
                elements.write(3);
            }
            elements.write(reference.number());
            elements.write(total);
            elements.write(number);
        }
    }

    /**
     * A number that the segments of one text have in common, and no other text of the same two
     * phones at the same time.
     *
     * @param number the number
     * @param wide whether it takes two octets
     */
    public record Reference(int number, boolean wide) {

        /**
         * A reference of one octet, which every phone knows; of a greater number its last octet.
         */
        public static Reference ofOctet(int number) {
            return new Reference(number & 0xFF, false);
        }

        /** A reference of two octets; of a greater number its last two. */
        public static Reference wide(int number) {
            return new Reference(number & 0xFFFF, true);
        }
    }
}
