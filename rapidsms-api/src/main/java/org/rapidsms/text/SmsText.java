package org.rapidsms.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.rapidsms.text.Udh.Concatenation;
import org.rapidsms.text.Udh.Reference;

/** A text as it goes on the air: in which alphabet, and in which segments. */
public final class SmsText {

    /** In which alphabet a text travels. */
    public enum Encoding {
        /** A GSM 7-bit alphabet. */
        GSM_7("GSM-7"),
        /** Everything else. */
        UCS_2("UCS-2");

        private final String words;

        Encoding(String words) {
            this.words = words;
        }

        /** As engineers write it. */
        public String words() {
            return words;
        }
    }

    private static final Alphabet UCS_2 = new Alphabet.Ucs2();
    private static final Alphabet GSM_7 =
            new Alphabet.Septets(NationalLanguage.NONE, NationalLanguage.NONE);

    private final String text;
    private final Alphabet alphabet;

    private SmsText(String text, Alphabet alphabet) {
        this.text = text;
        this.alphabet = alphabet;
    }

    /** A text in the GSM alphabet if it can be written so, else in UCS-2. */
    public static SmsText of(String text) {
        return of(text, List.of());
    }

    /**
     * A text in the GSM alphabet if it can be written so, else in a national one of those given if
     * that takes fewer segments than UCS-2, which every phone can read.
     */
    public static SmsText of(String text, Collection<NationalLanguage> languages) {
        if (GSM_7.canWrite(text)) {
            return new SmsText(text, GSM_7);
        }
        var national = languages.stream().flatMap(SmsText::alphabets).filter(a -> a.canWrite(text));
        // Of equals the first is taken.
        return Stream.concat(Stream.of(UCS_2), national)
                .map(alphabet -> new SmsText(text, alphabet))
                .min(Comparator.comparingInt(SmsText::count))
                .orElseThrow();
    }

    /** A text in UCS-2, whatever it says: for networks whose GSM alphabet is another. */
    public static SmsText ofUcs2(String text) {
        return new SmsText(text, UCS_2);
    }

    private static Stream<Alphabet> alphabets(NationalLanguage language) {
        return Stream.of(
                new Alphabet.Septets(NationalLanguage.NONE, language),
                new Alphabet.Septets(language, NationalLanguage.NONE),
                new Alphabet.Septets(language, language));
    }

    /** The alphabet. */
    public Encoding encoding() {
        return alphabet == UCS_2 ? Encoding.UCS_2 : Encoding.GSM_7;
    }

    /** How many septets, or units of UCS-2, the text takes. */
    public int units() {
        return alphabet.units(text);
    }

    /**
     * All of the text as one segment, however long it is: for networks that divide by themselves.
     */
    public Segment whole() {
        return segment(text, alphabet.udh());
    }

    /**
     * The text as short messages that have room on the air; one, and without a reference, if that
     * is enough. What takes two units (a character after an escape, or one beyond the basic plane)
     * is not torn apart.
     *
     * @param reference tells the segments of this text from those of others
     * @throws IllegalArgumentException if it would be more than 255, for which the standard has no
     *     numbers
     */
    public List<Segment> segments(Reference reference) {
        var parts = parts(reference);
        if (parts.size() == 1) {
            return List.of(whole());
        }
        return IntStream.range(0, parts.size())
                .mapToObj(i -> new Concatenation(reference, parts.size(), i + 1))
                .map(c -> segment(parts.get(c.number() - 1), alphabet.udh().with(c)))
                .toList();
    }

    /** How many segments with a reference of one octet; one for an empty text. */
    int count() {
        return parts(Reference.ofOctet(0)).size();
    }

    /** How many units there would be room for in as many segments. */
    int room() {
        int count = count();
        return count == 1
                ? alphabet.room(alphabet.udh())
                : count * roomInEach(Reference.ofOctet(0));
    }

    private Segment segment(String part, Udh udh) {
        return new Segment(part, encoding(), udh, alphabet.write(part));
    }

    private int roomInEach(Reference reference) {
        return alphabet.room(alphabet.udh().with(new Concatenation(reference, 1, 1)));
    }

    private List<String> parts(Reference reference) {
        if (units() <= alphabet.room(alphabet.udh())) {
            return List.of(text);
        }
        var parts = new ArrayList<String>();
        int room = roomInEach(reference);
        int start = 0;
        int filled = 0;
        for (int at = 0; at < text.length(); at = text.offsetByCodePoints(at, 1)) {
            int units = alphabet.units(text.codePointAt(at));
            if (filled + units > room) {
                parts.add(text.substring(start, at));
                start = at;
                filled = 0;
            }
            filled += units;
        }
        parts.add(text.substring(start));
        return parts;
    }
}
