package org.rapidsms.text;

import java.nio.charset.StandardCharsets;

/** How the characters of one text are written: in septets by two tables, or in UCS-2. */
sealed interface Alphabet {

    /** What one short message has room for, its header included (3GPP TS 23.040 §9.2.3.16). */
    int OCTETS = 140;

    /** Whether all of a text can be written. */
    default boolean canWrite(String text) {
        return text.codePoints().allMatch(c -> units(c) > 0);
    }

    /** How many units all of a text takes. */
    default int units(String text) {
        return text.codePoints().map(this::units).sum();
    }

    /** How many units a character takes; 0 if it cannot be written. */
    int units(int character);

    /** How many units there is room for beside a header. */
    int room(Udh udh);

    /** Writes a text that can be written, a septet in an octet. */
    byte[] write(String text);

    /** The header of a text that is written so and not divided. */
    Udh udh();

    /** Two octets for most characters, four for those beyond the basic plane. */
    record Ucs2() implements Alphabet {

        @Override
        public int units(int character) {
            return Character.charCount(character);
        }

        @Override
        public int room(Udh udh) {
            return (OCTETS - udh.octets()) / 2;
        }

        @Override
        public byte[] write(String text) {
            return text.getBytes(StandardCharsets.UTF_16BE);
        }

        @Override
        public Udh udh() {
            return Udh.NONE;
        }
    }

    /**
     * A septet for each character of one table, and two for those of another.
     *
     * @param locking whose alphabet
     * @param shift whose extension
     */
    record Septets(NationalLanguage locking, NationalLanguage shift) implements Alphabet {

        private static final byte ESCAPE = 0x1B;

        @Override
        public int units(int character) {
            if (locking.locking().septet(character) != SeptetTable.NONE) {
                return 1;
            }
            return shift.shift().septet(character) != SeptetTable.NONE ? 2 : 0;
        }

        @Override
        public int room(Udh udh) {
            return Gsm7.septets(OCTETS) - Gsm7.headerSeptets(udh.octets());
        }

        @Override
        public byte[] write(String text) {
            var septets = new byte[units(text)];
            int at = 0;
            for (int character : text.codePoints().toArray()) {
                int septet = locking.locking().septet(character);
                if (septet == SeptetTable.NONE) {
                    septets[at++] = ESCAPE;
                    septet = shift.shift().septet(character);
                }
                septets[at++] = (byte) septet;
            }
            return septets;
        }

        @Override
        public Udh udh() {
            return Udh.NONE.with(locking, shift);
        }

        /** Reads septets as {@link Gsm7#read(byte[], Udh)} promises. */
        String read(byte[] septets) {
            var text = new StringBuilder(septets.length);
            boolean escaped = false;
            for (byte septet : septets) {
                if (septet == ESCAPE && !escaped) {
                    escaped = true;
                } else {
                    text.appendCodePoint(escaped ? extended(septet) : basic(septet));
                    escaped = false;
                }
            }
            return text.toString();
        }

        private int extended(byte septet) {
            int character = septet < 0 ? SeptetTable.NONE : shift.shift().character(septet);
            return character == SeptetTable.NONE ? basic(septet) : character;
        }

        private int basic(byte septet) {
            if (septet < 0) {
                return '\uFFFD';
            }
            int character = locking.locking().character(septet);
            // A second escape in a row is reserved, as septets without a meaning are; phones show
            // a space.
            return character == SeptetTable.NONE ? ' ' : character;
        }
    }
}
