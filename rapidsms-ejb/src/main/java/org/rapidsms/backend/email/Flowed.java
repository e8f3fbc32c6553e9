package org.rapidsms.backend.email;

import jakarta.mail.internet.ContentType;

/** Plain text whose lines a program has wrapped and may be joined again (RFC 3676). */
final class Flowed {

    private Flowed() {}

    static String unwrapped(String text, ContentType type) {
        if (!"flowed".equalsIgnoreCase(type.getParameter("format"))) {
            return text;
        }
        boolean drops = "yes".equalsIgnoreCase(type.getParameter("delsp"));
        var joined = new StringBuilder(text.length());
        boolean isOpen = false;
        int depth = 0;
        for (var line : text.split("\n", -1)) {
            int quotes = quotes(line);
            var words = line.substring(quotes);
            if (words.startsWith(" ")) {
                words = words.substring(1);
            }
            boolean isSignature = words.equals("-- ");
            boolean isJoined = isOpen && quotes == depth && !isSignature;
            if (!isJoined) {
                joined.append(joined.isEmpty() ? "" : "\n").append(">".repeat(quotes));
            }
            isOpen = words.endsWith(" ") && !isSignature;
            joined.append(words, 0, words.length() - (isOpen && drops ? 1 : 0));
            depth = quotes;
        }
        return joined.toString();
    }

    private static int quotes(String line) {
        int quotes = 0;
        while (quotes < line.length() && line.charAt(quotes) == '>') {
            quotes++;
        }
        return quotes;
    }
}
