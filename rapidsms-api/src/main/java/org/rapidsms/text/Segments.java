package org.rapidsms.text;

/**
 * How many short messages a text becomes on its way to one phone, which is what networks charge.
 *
 * <p>A text that the GSM alphabet can write has room for 160 septets in one segment, and for 153 in
 * each of several; another for 70 and 67 units of UCS-2. What takes two (a character of the
 * extension, or one beyond the basic plane) is not torn apart between segments (3GPP TS 23.038 and
 * 23.040 §9.2.3.24.1).
 *
 * @param encoding the alphabet
 * @param units how many septets, or units of UCS-2, the text takes
 * @param count how many segments; none for an empty text
 * @param room how many units there would be room for in so many segments
 */
public record Segments(Encoding encoding, int units, int count, int room) {

    /** In which alphabet a text travels. */
    public enum Encoding {
        /** The GSM 7-bit default alphabet. */
        GSM_7("GSM-7", 160, 153),
        /** Everything else. */
        UCS_2("UCS-2", 70, 67);

        private final String words;
        private final int alone;
        private final int oneOfMany;

        Encoding(String words, int alone, int oneOfMany) {
            this.words = words;
            this.alone = alone;
            this.oneOfMany = oneOfMany;
        }

        /** As engineers write it. */
        public String words() {
            return words;
        }
    }

    /** Counts the segments of a text. */
    public static Segments of(String text) {
        var encoding = Gsm7.canWrite(text) ? Encoding.GSM_7 : Encoding.UCS_2;
        int units = units(text, encoding);
        if (units <= encoding.alone) {
            return new Segments(encoding, units, units == 0 ? 0 : 1, encoding.alone);
        }
        int count = pack(text, encoding);
        return new Segments(encoding, units, count, count * encoding.oneOfMany);
    }

    private static int units(String text, Encoding encoding) {
        return encoding == Encoding.UCS_2
                ? text.length()
                : text.chars().map(Segments::septets).sum();
    }

    private static int septets(int c) {
        return Gsm7.septets((char) c);
    }

    private static int pack(String text, Encoding encoding) {
        int count = 1;
        int filled = 0;
        int at = 0;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            int next = at + Character.charCount(c);
            int wanted = encoding == Encoding.UCS_2 ? next - at : septets(c);
            if (filled + wanted > encoding.oneOfMany) {
                count++;
                filled = 0;
            }
            filled += wanted;
            at = next;
        }
        return count;
    }
}
