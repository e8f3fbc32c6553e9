package org.rapidsms.backend.irc;

import java.util.ArrayList;
import java.util.List;

/**
 * What a server says in one line.
 *
 * @param source who said it: a server, or {@code nick!user@host}; empty if it does not say
 * @param command a word or three digits
 * @param parameters the last may have spaces
 */
record IrcMessage(String source, String command, List<String> parameters) {

    /** Reads a line without its end. */
    static IrcMessage parse(String line) {
        var rest = line.strip();
        if (rest.startsWith("@")) {
            // Tags, of which we have asked for none.
            rest = after(rest, ' ');
        }
        var source = "";
        if (rest.startsWith(":")) {
            source = before(rest.substring(1), ' ');
            rest = after(rest, ' ');
        }
        int colon = (" " + rest).indexOf(" :");
        var words = colon < 0 ? rest : rest.substring(0, colon);
        var all = new ArrayList<>(List.of(words.strip().split(" +")));
        var command = all.remove(0);
        if (colon >= 0) {
            all.add(rest.substring(colon + 1));
        }
        return new IrcMessage(source, command, List.copyOf(all));
    }

    private static String before(String text, char end) {
        int at = text.indexOf(end);
        return at < 0 ? text : text.substring(0, at);
    }

    private static String after(String text, char end) {
        int at = text.indexOf(end);
        return at < 0 ? "" : text.substring(at + 1).stripLeading();
    }

    /** Whether a person said it. */
    boolean isPersons() {
        return source.contains("!");
    }

    /** The nick of whoever said it. */
    String nick() {
        return before(source, '!');
    }

    /** A parameter; empty if there is none. */
    String parameter(int index) {
        return 0 <= index && index < parameters.size() ? parameters.get(index) : "";
    }

    /** The last parameter, which is the text if there is one. */
    String text() {
        return parameter(parameters.size() - 1);
    }
}
