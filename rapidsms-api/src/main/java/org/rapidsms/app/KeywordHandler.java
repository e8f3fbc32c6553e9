package org.rapidsms.app;

import com.google.re2j.Pattern;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.rapidsms.message.IncomingMessage;

/**
 * Answers messages that begin with a keyword, such as {@code REGISTER Ann}.
 *
 * <p>Spaces before the keyword do not matter, nor do capitals. The keyword ends the message or is
 * followed by white space, comma, semicolon or colon; what comes after those, to the last space, is
 * the rest. So {@code register} is not found in {@code registering}, which RapidSMS would have
 * found there.
 *
 * <p>What {@link #handle} and {@link #help} throw becomes an answer in two cases: a {@link
 * NumberFormatException} for a text that is no number, and a {@link NoSuchElementException} whose
 * message says what was not found.
 */
public abstract class KeywordHandler extends BaseHandler {

    private static final String SEPARATOR = "[\\s,;:]";

    /** What may stand between the keyword and the rest. */
    public enum Boundary {
        /** At least one separator: {@code hello5} is another word than {@code hello}. */
        SEPARATOR,
        /** Nothing need be there: {@code hello5} is {@code hello} with the rest {@code 5}. */
        NONE
    }

    private final Pattern pattern;

    /**
     * @param keyword a word, or words such as {@code register|join}: a regular expression of RE2
     * @throws IllegalArgumentException if it is blank, or no such expression
     */
    protected KeywordHandler(String keyword) {
        this(keyword, Boundary.SEPARATOR);
    }

    /** Chooses whether the keyword must end like a word. */
    protected KeywordHandler(String keyword, Boundary boundary) {
        if (Objects.requireNonNullElse(keyword, "").isBlank()) {
            throw new IllegalArgumentException("KeywordHandler must define a keyword.");
        }
        var gap = SEPARATOR + (boundary == Boundary.SEPARATOR ? "+" : "*");
        pattern =
                TextPattern.compile(
                        "^\\s*(?:%s)(?:%s(?P<rest>.*))?$".formatted(keyword, gap), Pattern.DOTALL);
    }

    /**
     * Acts on a message that has something behind the keyword.
     *
     * @param rest begins with no separator and is not empty
     */
    protected abstract void handle(IncomingMessage message, String rest);

    /** Answers a message that holds the keyword and nothing else. */
    protected abstract void help(IncomingMessage message);

    @Override
    public final boolean dispatch(IncomingMessage message) {
        var matcher = pattern.matcher(message.text());
        if (!matcher.matches()) {
            return false;
        }
        var rest = Objects.requireNonNullElse(matcher.group("rest"), "");
        try {
            if (rest.isEmpty()) {
                help(message);
            } else {
                handle(message, rest);
            }
        } catch (NumberFormatException e) {
            message.error("Not a valid number: " + quoted(e));
        } catch (NoSuchElementException e) {
            message.error(e.getMessage());
        }
        return true;
    }

    /** The JDK says {@code For input string: "abc"}, and then sometimes in which radix. */
    private static String quoted(NumberFormatException e) {
        var words = Objects.requireNonNullElse(e.getMessage(), "");
        int first = words.indexOf('"');
        int last = words.lastIndexOf('"');
        if (first < 0 || first == last) {
            throw e;
        }
        return words.substring(first + 1, last);
    }
}
