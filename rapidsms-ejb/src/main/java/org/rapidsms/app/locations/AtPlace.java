package org.rapidsms.app.locations;

import java.util.Optional;

/**
 * A text with the word <em>at</em> in it.
 *
 * @param text what stands before that word
 * @param place what stands after it
 */
record AtPlace(String text, String place) {

    private static final String AT = "at";

    /** Cut at the last such word, capital letters or not, that has something on both sides. */
    static Optional<AtPlace> in(String text) {
        for (int i = text.length() - AT.length(); i > 0; i--) {
            if (isWord(text, i)) {
                var cut =
                        new AtPlace(
                                text.substring(0, i).stripTrailing(),
                                text.substring(i + AT.length()).strip());
                if (!cut.text.isBlank() && !cut.place.isEmpty()) {
                    return Optional.of(cut);
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isWord(String text, int i) {
        return text.regionMatches(true, i, AT, 0, AT.length())
                && !isPartOfWord(text.codePointBefore(i))
                && !(i + AT.length() < text.length()
                        && isPartOfWord(text.codePointAt(i + AT.length())));
    }

    private static boolean isPartOfWord(int c) {
        return Character.isLetterOrDigit(c)
                || c == '_'
                || Character.getType(c) == Character.NON_SPACING_MARK;
    }
}
