package org.rapidsms.backend.irc;

import static org.rapidsms.backend.irc.IrcLog.LOG;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/** In which channels we are, of those where we want to be. */
final class Channels {

    private static final Set<String> NO_ENTRY =
            Set.of("403", "405", "437", "471", "473", "474", "475", "476", "477", "489");

    private final String backend;
    private final List<String> wanted;
    private final Set<String> joined = new ConcurrentSkipListSet<>();
    private final Set<String> told = new HashSet<>();

    Channels(String backend, List<String> wanted) {
        this.backend = backend;
        this.wanted = wanted;
    }

    /** We have come into a channel. */
    void joined(String channel) {
        joined.add(name(channel));
        told.remove(name(channel));
    }

    /** We are no longer in a channel. */
    void left(String channel) {
        joined.remove(name(channel));
    }

    /** Where we are not, each with its key. */
    List<String> missing() {
        return wanted.stream().filter(channel -> !joined.contains(name(channel))).toList();
    }

    /** The server says what is wrong; if it is that we may not enter, that is said once. */
    void refused(IrcMessage why) {
        var channel = name(why.parameter(1));
        boolean isMissing = missing().stream().anyMatch(missed -> name(missed).equals(channel));
        if (NO_ENTRY.contains(why.command()) && isMissing && told.add(channel)) {
            LOG.notJoined(backend, channel, why.text());
        }
    }

    /** Without its key. */
    private static String name(String channel) {
        return channel.split(" ", 2)[0].toLowerCase(Locale.ROOT);
    }

    /** Where we are. */
    @Override
    public String toString() {
        return String.join(", ", joined);
    }
}
