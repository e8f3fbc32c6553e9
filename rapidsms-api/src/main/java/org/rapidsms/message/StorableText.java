package org.rapidsms.message;

/** Keeps out of messages what no database stores. */
public final class StorableText {

    private StorableText() {}

    /** The text without U+0000, which PostgreSQL refuses, and without halves of surrogate pairs. */
    public static String of(String text) {
        if (isStorable(text)) {
            return text;
        }
        var kept = new StringBuilder(text.length());
        text.codePoints().filter(StorableText::isStorable).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static boolean isStorable(String text) {
        return text.codePoints().allMatch(StorableText::isStorable);
    }

    private static boolean isStorable(int codePoint) {
        boolean isLoneSurrogate =
                Character.MIN_SURROGATE <= codePoint && codePoint <= Character.MAX_SURROGATE;
        return codePoint != 0 && !isLoneSurrogate;
    }
}
