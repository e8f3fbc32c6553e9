package org.rapidsms.app;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.rapidsms.message.IncomingMessage;

/**
 * Answers messages that match a pattern, such as {@code ^(\d+) plus (\d+)$}.
 *
 * <p>The pattern is looked for at the beginning of the message; whether it must also reach the end
 * is for the pattern to say. Capitals do not matter.
 */
public abstract class PatternHandler extends BaseHandler {

    private final Pattern pattern;

    /**
     * @param pattern a regular expression of RE2: no back-references and no look-around
     * @throws IllegalArgumentException if it is blank, or no such expression
     */
    protected PatternHandler(String pattern) {
        if (Objects.requireNonNullElse(pattern, "").isBlank()) {
            throw new IllegalArgumentException("PatternHandler must define a pattern.");
        }
        this.pattern = TextPattern.compile(pattern, 0);
    }

    /**
     * Acts on a message that matches.
     *
     * @param groups what the pattern's groups captured, in order; null for one that took no part
     */
    protected abstract void handle(IncomingMessage message, List<String> groups);

    @Override
    public final boolean dispatch(IncomingMessage message) {
        var matcher = TextPattern.match(pattern, message.text());
        if (matcher == null) {
            return false;
        }
        handle(message, groups(matcher));
        return true;
    }

    private static List<String> groups(Matcher matcher) {
        var groups = new ArrayList<String>();
        for (int i = 1; i <= matcher.groupCount(); i++) {
            groups.add(matcher.group(i));
        }
        return Collections.unmodifiableList(groups);
    }
}
