package org.rapidsms.backend.irc;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a text goes.
 *
 * @param name a nick, or a channel
 * @param beginning what each line begins with: whom of a channel it is for; empty if not in one
 */
record IrcTarget(String name, String beginning) {

    /** So many bytes of a line are text: the server puts our address and the target before it. */
    private static final int TEXT = 400;

    private static final int USUAL_NAME = 16;

    private static final Pattern IDENTITY =
            Pattern.compile(
                    "([#&+!][^\\s,:\\p{Cntrl}]+)(?: ([^\\s,:\\p{Cntrl}]+))?|([^\\s,:#&+!\\p{Cntrl}]+)");

    /** The identity of somebody who spoke in a channel, so that the answer goes there. */
    static String inChannel(String channel, String nick) {
        return channel + " " + nick;
    }

    /** Where to find whoever has this identity; empty if it is none. */
    static Optional<IrcTarget> of(String identity) {
        var parts = IDENTITY.matcher(identity);
        if (!parts.matches()) {
            return Optional.empty();
        }
        if (parts.group(1) == null) {
            return Optional.of(new IrcTarget(identity, ""));
        }
        var nick = parts.group(2) == null ? "" : parts.group(2) + ": ";
        return Optional.of(new IrcTarget(parts.group(1), nick));
    }

    /** What is written there for a text. */
    List<String> lines(String text) {
        int name = name().getBytes(StandardCharsets.UTF_8).length;
        return IrcText.lines(beginning, text, TEXT - Math.max(0, name - USUAL_NAME));
    }
}
