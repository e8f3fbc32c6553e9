package org.rapidsms.web.registration;

/** What people type, or what a file holds in place of them. */
final class Typed {

    private Typed() {}

    /** Without the blanks around it; nothing is the empty text. */
    static String clean(String typed) {
        return typed == null ? "" : typed.strip();
    }

    /** Whether it is one line of characters that a database stores and a page shows. */
    static boolean isPlain(String text) {
        return text.codePoints().noneMatch(Typed::isStrange);
    }

    private static boolean isStrange(int c) {
        boolean isLoneSurrogate = Character.MIN_SURROGATE <= c && c <= Character.MAX_SURROGATE;
        return Character.isISOControl(c) || isLoneSurrogate;
    }
}
