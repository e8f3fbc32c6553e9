package org.rapidsms.router;

import static org.rapidsms.router.LinkLog.LOG;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.rapidsms.backend.BackendEvent;
import org.rapidsms.backend.ConfiguredBackend;
import org.rapidsms.backend.ConnectedBackend;
import org.rapidsms.backend.Holds;
import org.rapidsms.backend.Receiver;
import org.rapidsms.backend.SendException;
import org.rapidsms.backend.SendFailure;

/**
 * Keeps the connection of one backend: on one node at a time, and made again whenever it ends.
 *
 * <p>It is interrupted when it shall stop, and when another node has taken over.
 */
final class Link implements Runnable {

    private final LinkNode node;
    private final ConfiguredBackend backend;
    private final ConnectedBackend gateway;
    private final Watch watch;
    private final Backoff backoff;
    private volatile Thread thread;
    private volatile boolean stopped;
    private volatile boolean held;

    /** What the other nodes do not know yet, as the database was away. */
    private volatile Runnable untold;

    Link(LinkNode node, ConfiguredBackend backend) {
        this.node = node;
        this.backend = backend;
        this.gateway = (ConnectedBackend) backend.backend();
        this.watch = new Watch(node.lease(), System::nanoTime);
        this.backoff = new Backoff(node.pace());
    }

    @Override
    public void run() {
        thread = Thread.currentThread();
        while (!stopped) {
            try {
                TimeUnit.NANOSECONDS.sleep((isOurs() ? connect() : node.look()).toNanos());
            } catch (InterruptedException e) {
                // Either it is stopped, or it is ours no longer: both are looked at next.
                LOG.interrupted(backend.name());
            }
        }
    }

    private boolean isOurs() {
        if (!held && !backend.everyNode()) {
            held = node.calm().ask(this::take);
        }
        return held || backend.everyNode();
    }

    private boolean take() {
        try {
            var hold = node.holds().of(backend.name());
            if (!watch.isFree(hold) || !node.holds().take(backend.name(), node.id(), hold)) {
                return false;
            }
            LOG.taken(backend.name());
            return true;
        } catch (RuntimeException e) {
            watch.isDeaf();
            LOG.noDatabase(backend.name(), e.getMessage());
            return false;
        }
    }

    /**
     * Connects, and stays so.
     *
     * @return how long to wait before the next time
     */
    private Duration connect() throws InterruptedException {
        var session = new Session();
        try {
            gateway.connect(session);
            return session.failed(ended());
        } catch (SendException e) {
            return session.failed(e);
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            // A stranger's backend may throw anything; the next connection may be a better one.
            LOG.failed(e, backend.name());
            var what = "the backend failed: " + e.getClass().getName();
            return session.failed(new SendException(SendFailure.UNREACHABLE, what));
        } finally {
            session.end();
        }
    }

    private static SendException ended() {
        return new SendException(SendFailure.UNREACHABLE, "the connection has ended");
    }

    /** Says that this node lives. Called from time to time, by a thread that nobody interrupts. */
    void beat() {
        try {
            if (held && !node.holds().keep(backend.name(), node.id())) {
                held = false;
                LOG.lost(backend.name());
                thread.interrupt();
            }
            tellAgain();
        } catch (RuntimeException e) {
            // The connection stays: nobody else can take it over while nobody can ask.
            LOG.noDatabase(backend.name(), e.getMessage());
        }
    }

    private void tell(Runnable what) {
        untold = what;
        try {
            node.calm().run(this::tellAgain);
        } catch (RuntimeException e) {
            LOG.noDatabase(backend.name(), e.getMessage());
        }
    }

    private synchronized void tellAgain() {
        var what = untold;
        if (what != null) {
            what.run();
            // Something newer may have come meanwhile.
            untold = untold == what ? null : untold;
        }
    }

    /** Ends the connection, soon; called once it runs. */
    void stop() {
        stopped = true;
        if (thread != null) {
            thread.interrupt();
        }
    }

    /** Lets other nodes connect, once the connection has ended. */
    void giveUp(DataSource database) throws SQLException {
        if (held) {
            held = false;
            Holds.giveUp(database, backend.name(), node.id());
        }
    }

    /** One connection, from its beginning to its end. */
    private final class Session implements Receiver {

        private boolean ended;
        private long readySince;
        private boolean wasReady;

        @Override
        public void ready() {
            synchronized (this) {
                if (ended || wasReady) {
                    return;
                }
                wasReady = true;
                readySince = System.nanoTime();
                node.ready().add(backend);
            }
            LOG.connected(backend.name());
            tell(() -> node.holds().connected(backend.name()));
            node.calm().run(() -> node.doorbell().outgoing(backend.name()));
        }

        @Override
        public void receive(BackendEvent event) {
            node.calm().run(() -> node.arrivals().store(backend, event));
        }

        private Duration failed(SendException why) {
            end();
            if (wasReady) {
                backoff.lasted(Duration.ofNanos(System.nanoTime() - readySince));
            }
            var wait = backoff.after(why);
            if (!stopped && (held || backend.everyNode())) {
                LOG.disconnected(backend.name(), why.failure(), why.getMessage(), wait.toSeconds());
                tell(() -> node.holds().disconnected(backend.name(), why));
            }
            return wait;
        }

        private synchronized void end() {
            ended = true;
            node.ready().remove(backend);
        }
    }
}
