package org.rapidsms.backend.irc;

import static org.rapidsms.backend.irc.IrcLog.LOG;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.rapidsms.backend.IncomingSms;
import org.rapidsms.backend.SendException;
import org.rapidsms.backend.SendFailure;

/**
 * One connection to a server, from its beginning to its end: who we are, where, and what is said.
 */
final class IrcSession {

    private static final Pattern REFUSED =
            Pattern.compile("password|banned|[kgz]-?lined|not allowed|unauthori[sz]ed|denied");

    private final String backend;
    private final IrcConfig config;
    private final IrcWire wire;
    private final Consumer<IncomingSms> store;
    private final Runnable ready;
    private final Mouth mouth;
    private final Channels channels;
    private final Nick nick;
    private boolean welcome;
    private boolean pinged;
    private long heard = System.nanoTime();
    private long tended = heard;

    IrcSession(
            String backend,
            IrcConfig config,
            IrcWire wire,
            Consumer<IncomingSms> store,
            Runnable ready) {
        this.backend = backend;
        this.config = config;
        this.wire = wire;
        this.store = store;
        this.ready = ready;
        this.nick = new Nick(config.nick());
        this.mouth = new Mouth(wire, config);
        this.channels = new Channels(backend, config.channels());
    }

    /** Says lines to somebody, as {@link Mouth#say} does. */
    void say(String to, List<String> lines) {
        mouth.say(to, lines);
    }

    /** For people. */
    String state() {
        return "as " + nick + " in " + channels;
    }

    /** Listens until the connection ends, or the thread is interrupted. */
    void run() throws InterruptedException {
        try {
            config.password().ifPresent(password -> wire.write("PASS :" + password.value()));
            wire.write("NICK " + nick);
            wire.write("USER rapidsms 0 * :RapidSMS");
            while (!Thread.interrupted()) {
                wire.read().filter(line -> !line.isBlank()).ifPresent(this::hear);
                tend();
            }
            wire.write("QUIT :RapidSMS stops");
            throw new InterruptedException();
        } finally {
            mouth.end();
        }
    }

    private void hear(String line) {
        heard = System.nanoTime();
        pinged = false;
        var message = IrcMessage.parse(line);
        switch (message.command()) {
            case "PING" -> wire.write("PONG :" + message.text());
            case "PONG" -> mouth.pong();
            case "PRIVMSG" -> said(message);
            case "NICK", "QUIT" -> renamed(message);
            case "JOIN", "PART", "KICK" -> moved(message);
            case "001" -> welcome(message);
            case "432", "433", "436", "437" -> nickRefused(message);
            case "463", "464", "465" -> throw refusal(message);
            case "ERROR" -> throw ended(message.text());
            default -> wrong(message);
        }
    }

    private void welcome(IrcMessage message) {
        welcome = true;
        // A server may cut it.
        nick.becomes(message.parameter(0));
        if (!nick.is(nick.wanted())) {
            LOG.otherNick(backend, nick.toString());
        }
        join();
        ready.run();
    }

    private void said(IrcMessage message) {
        boolean isCtcp = message.text().startsWith("\u0001");
        if (!message.isPersons() || nick.is(message.nick()) || isCtcp) {
            return;
        }
        var text = IrcText.plain(message.text());
        var to = message.parameter(0);
        if (nick.is(to)) {
            store.accept(new IncomingSms(message.nick(), text));
        } else {
            Stream.of(nick.toString(), nick.wanted())
                    .filter(name -> text.matches("(?is)" + Pattern.quote(name) + "\\s*[:,].*"))
                    .findFirst()
                    .map(name -> text.substring(name.length()).strip().substring(1).strip())
                    .map(rest -> new IncomingSms(IrcTarget.inChannel(to, message.nick()), rest))
                    .ifPresent(store);
        }
    }

    private void renamed(IrcMessage message) {
        if (nick.is(message.nick()) && message.command().equals("NICK")) {
            nick.becomes(message.parameter(0));
        } else if (nick.isWanted(message.nick())) {
            reclaim();
        }
    }

    /** Our nick may be free again. */
    private void reclaim() {
        if (!nick.is(nick.wanted())) {
            wire.write("NICK " + nick.wanted());
        }
    }

    private void nickRefused(IrcMessage message) {
        if (welcome) {
            // We asked for the one that we want, and keep the one that we have; or it is a channel.
            channels.refused(message);
        } else {
            wire.write("NICK " + nick.next(message));
        }
    }

    private void moved(IrcMessage message) {
        boolean isKick = message.command().equals("KICK");
        if (!nick.is(isKick ? message.parameter(1) : message.nick())) {
            return;
        }
        if (message.command().equals("JOIN")) {
            channels.joined(message.parameter(0));
        } else {
            channels.left(message.parameter(0));
        }
    }

    private void join() {
        channels.missing().forEach(channel -> wire.write("JOIN " + channel));
    }

    private void wrong(IrcMessage message) {
        if (!mouth.refused(message)) {
            channels.refused(message);
        }
    }

    private static SendException refusal(IrcMessage message) {
        return new SendException(
                SendFailure.MISCONFIGURED, message.command() + " " + message.text());
    }

    private static SendException ended(String why) {
        boolean isRefusal = REFUSED.matcher(why.toLowerCase(Locale.ROOT)).find();
        return new SendException(
                isRefusal ? SendFailure.MISCONFIGURED : SendFailure.UNREACHABLE, why);
    }

    /** What has to be done from time to time. */
    private void tend() {
        var silence = Duration.ofNanos(System.nanoTime() - heard);
        if (silence.compareTo(config.timeout()) > 0) {
            if (pinged || !welcome) {
                throw new SendException(SendFailure.UNREACHABLE, "the server says nothing");
            }
            mouth.ping();
            pinged = true;
            heard = System.nanoTime();
        }
        if (welcome && System.nanoTime() - tended > config.again().toNanos()) {
            tended = System.nanoTime();
            reclaim();
            join();
        }
    }
}
