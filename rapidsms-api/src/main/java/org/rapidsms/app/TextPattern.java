package org.rapidsms.app;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/**
 * Regular expressions over what phones write.
 *
 * <p>They are RE2's: matching takes time linear in the text and a stack that does not grow,
 * whatever a phone sends. There are neither back-references nor look-around. As in Python 3, {@code
 * \d}, {@code \s} and {@code \w} mean the digits, spaces and letters of all scripts; {@code .} is
 * any character but the line feed.
 */
final class TextPattern {

    private static final String SPACES = "\\t\\n\\x0B\\f\\r\\x1C-\\x1F\\x{85}\\p{Z}";
    private static final String LETTERS = "\\p{L}\\p{M}\\p{N}_";

    private TextPattern() {}

    /**
     * @throws IllegalArgumentException if this is no regular expression of RE2; the message says
     *     why
     */
    static Pattern compile(String regex, int flags) {
        try {
            return Pattern.compile(ofAllScripts(regex), Pattern.CASE_INSENSITIVE | flags);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    regex + " is no regular expression that handlers can use: " + e.getMessage(),
                    e);
        }
    }

    /**
     * Python's {@code match}: from the beginning, and {@code $} also before a last line feed.
     *
     * @return null if the text does not match
     */
    static Matcher match(Pattern pattern, String text) {
        var matcher = pattern.matcher(text);
        if (!matcher.lookingAt() && text.endsWith("\n")) {
            matcher = pattern.matcher(text.substring(0, text.length() - 1));
            return matcher.lookingAt() ? matcher : null;
        }
        return matcher.reset().lookingAt() ? matcher : null;
    }

    private static String ofAllScripts(String regex) {
        var result = new StringBuilder(regex.length() + 32);
        var inBrackets = false;
        for (int i = 0; i < regex.length(); i++) {
            char c = regex.charAt(i);
            if (c == '\\' && i + 1 < regex.length()) {
                i++;
                result.append(escape(regex.charAt(i), inBrackets));
            } else {
                inBrackets = c == '[' || (inBrackets && c != ']');
                result.append(c);
            }
        }
        return result.toString();
    }

    private static String escape(char letter, boolean inBrackets) {
        return switch (letter) {
            case 'd' -> "\\p{Nd}";
            case 'D' -> "\\P{Nd}";
            case 's' -> inBrackets ? SPACES : "[" + SPACES + "]";
            case 'w' -> inBrackets ? LETTERS : "[" + LETTERS + "]";
            case 'S' -> inBrackets ? "\\S" : "[^" + SPACES + "]";
            case 'W' -> inBrackets ? "\\W" : "[^" + LETTERS + "]";
            default -> "\\" + letter;
        };
    }
}
