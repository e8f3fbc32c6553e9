package org.rapidsms.backend.irc;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.rapidsms.settings.Secret;
import org.rapidsms.settings.Settings;

/**
 * The settings of one IRC backend.
 *
 * @param host {@code host}: the server
 * @param port {@code port}
 * @param tls {@code tls}: whether to speak TLS with it
 * @param nick {@code nick}: what we are called there
 * @param password {@code password}: the server's, if it has one
 * @param channels {@code channels}: where we are, each with its key behind a space if it has one
 * @param burst {@code burst}: how many lines may be written without a pause
 * @param pace {@code pace}: how long to wait for each line more
 * @param again {@code again}: how long to wait before a nick or a channel that was refused is asked
 *     for again
 * @param timeout {@code timeout}: how long a text may take in all, and the server to answer
 */
record IrcConfig(
        String host,
        int port,
        boolean tls,
        String nick,
        Optional<Secret> password,
        List<String> channels,
        int burst,
        Duration pace,
        Duration again,
        Duration timeout) {

    private static final String NICK = "[A-Za-z\\[\\]\\\\`_^{|}][A-Za-z0-9\\[\\]\\\\`_^{|}-]{0,29}";
    private static final String CHANNEL = "[#&+!][^\\s,:\\x00-\\x1f]{1,49}( [^\\s,:]+)?";
    private static final int PLAIN_PORT = 6667;
    private static final int TLS_PORT = 6697;

    static IrcConfig from(Settings settings) {
        boolean tls = settings.flag("tls", false);
        return new IrcConfig(
                settings.text("host"),
                settings.number("port", tls ? TLS_PORT : PLAIN_PORT, 1, 65_535),
                tls,
                nick(settings),
                settings.secret("password"),
                channels(settings),
                settings.number("burst", 5, 1, 100),
                settings.time("pace", Duration.ofSeconds(2)),
                settings.time("again", Duration.ofMinutes(1)),
                settings.time("timeout", Duration.ofSeconds(30)));
    }

    private static String nick(Settings settings) {
        var nick = settings.text("nick", "rapidsms");
        if (!nick.matches(NICK)) {
            throw settings.wrong(
                    "nick",
                    "must be at most 30 letters, digits and -_[]{}|`^ that begin with no digit, not "
                            + nick);
        }
        return nick;
    }

    private static List<String> channels(Settings settings) {
        var channels =
                Arrays.stream(settings.text("channels", "").split(","))
                        .map(String::strip)
                        .filter(channel -> !channel.isEmpty())
                        .toList();
        if (!channels.stream().allMatch(channel -> channel.matches(CHANNEL))) {
            throw settings.wrong(
                    "channels", "must be names such as #field, with commas between them");
        }
        return channels;
    }
}
