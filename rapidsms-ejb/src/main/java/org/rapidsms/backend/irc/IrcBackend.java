package org.rapidsms.backend.irc;

import static org.rapidsms.backend.irc.IrcLog.LOG;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.rapidsms.backend.ConnectedBackend;
import org.rapidsms.backend.Gateway;
import org.rapidsms.backend.IncomingSms;
import org.rapidsms.backend.Outcome;
import org.rapidsms.backend.OutgoingSms;
import org.rapidsms.backend.Receiver;
import org.rapidsms.backend.SendException;
import org.rapidsms.backend.SendFailure;

/** Is somebody in a chat, whom people write to. */
final class IrcBackend implements ConnectedBackend {

    private static final int PATIENCE = 5;

    private final String name;
    private final IrcConfig config;
    private final Gateway gateway;
    private final ThreadFactory threads;
    private volatile IrcSession session;

    IrcBackend(String name, IrcConfig config, Gateway gateway, ThreadFactory threads) {
        this.name = name;
        this.config = config;
        this.gateway = gateway;
        this.threads = threads;
    }

    @Override
    public void connect(Receiver receiver) throws InterruptedException {
        var socket = gateway.connect(config.host(), config.port(), config.tls(), config.timeout());
        // Not by the thread that listens: an answer may be sent before it is stored.
        var storing = Executors.newSingleThreadExecutor(threads);
        try (var wire = new IrcWire(socket)) {
            session =
                    new IrcSession(
                            name,
                            config,
                            wire,
                            sms -> storing.execute(() -> store(receiver, sms)),
                            receiver::ready);
            session.run();
        } catch (IOException e) {
            throw new SendException(SendFailure.UNREACHABLE, "the connection broke");
        } finally {
            session = null;
            end(storing);
        }
    }

    private void store(Receiver receiver, IncomingSms sms) {
        try {
            receiver.receive(sms);
        } catch (RuntimeException e) {
            // Nobody in a chat says it again by themselves.
            LOG.lost(e, name);
        }
    }

    private static void end(ExecutorService storing) throws InterruptedException {
        storing.shutdown();
        storing.awaitTermination(PATIENCE, TimeUnit.SECONDS);
    }

    /** As a text of many lines may break off between them. */
    @Override
    public int phonesAtOnce() {
        return 1;
    }

    @Override
    public List<Outcome> send(OutgoingSms sms) {
        var now = session;
        if (now == null) {
            throw new SendException(SendFailure.UNREACHABLE, "there is no connection");
        }
        return sms.identities().stream().map(one -> send(now, one, sms.text())).toList();
    }

    private static Outcome send(IrcSession session, String identity, String text) {
        var target = IrcTarget.of(identity);
        if (target.isEmpty()) {
            return Outcome.failed(
                    identity, SendFailure.REJECTED, "this is neither a nick nor a channel");
        }
        var lines = target.get().lines(text);
        if (lines.isEmpty()) {
            return Outcome.failed(identity, SendFailure.REJECTED, "nobody can say nothing");
        }
        try {
            session.say(target.get().name(), lines);
            return Outcome.sent(identity);
        } catch (SendException e) {
            return Outcome.failed(identity, e);
        }
    }

    @Override
    public String state() {
        var now = session;
        return now == null ? "" : now.state();
    }
}
