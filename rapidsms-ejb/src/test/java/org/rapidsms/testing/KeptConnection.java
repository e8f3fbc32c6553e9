package org.rapidsms.testing;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.awaitility.core.ConditionFactory;
import org.rapidsms.backend.BackendEvent;
import org.rapidsms.backend.ConnectedBackend;
import org.rapidsms.backend.DeliveryReport;
import org.rapidsms.backend.IncomingSms;
import org.rapidsms.backend.Receiver;
import org.rapidsms.backend.SendException;

/**
 * A connection of a backend as the server would keep it, once: what came by it, and how it ended.
 */
public final class KeptConnection implements Receiver, AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final List<BackendEvent> events = new CopyOnWriteArrayList<>();
    private final CountDownLatch ready = new CountDownLatch(1);
    private final Thread thread;
    private volatile RuntimeException failure;
    private volatile boolean isInterrupted;
    private volatile RuntimeException refusal;

    private KeptConnection(ConnectedBackend backend) {
        thread = new Thread(() -> keep(backend), "kept-connection");
    }

    /** Has the backend connect, and does not wait for it. */
    public static KeptConnection of(ConnectedBackend backend) {
        return start(new KeptConnection(backend));
    }

    /** The same with a receiver that can store nothing. */
    public static KeptConnection refusing(ConnectedBackend backend, RuntimeException why) {
        var connection = new KeptConnection(backend);
        connection.refusal = why;
        return start(connection);
    }

    private static KeptConnection start(KeptConnection connection) {
        connection.thread.setDaemon(true);
        connection.thread.start();
        return connection;
    }

    /** What fails in a thread of a server that a test plays is none of our business. */
    private static ConditionFactory patiently(String what) {
        return await(what).atMost(PATIENCE).dontCatchUncaughtExceptions();
    }

    private void keep(ConnectedBackend backend) {
        try {
            backend.connect(this);
        } catch (InterruptedException e) {
            isInterrupted = true;
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    @Override
    public void ready() {
        ready.countDown();
    }

    @Override
    public void receive(BackendEvent event) {
        if (refusal != null) {
            throw refusal;
        }
        events.add(event);
    }

    /** Waits until texts can be handed over. */
    public KeptConnection awaitReady() {
        patiently("the connection is ready")
                .until(() -> ready.getCount() == 0 || !thread.isAlive());
        if (ready.getCount() != 0) {
            throw new AssertionError("it ended before it was ready", failure);
        }
        return this;
    }

    /** Waits until so many events have come; they are all there are by then. */
    public List<BackendEvent> awaitEvents(int count) {
        patiently("so many events").until(() -> events.size() >= count);
        return List.copyOf(events);
    }

    /** The texts that have come so far. */
    public List<IncomingSms> texts() {
        return only(IncomingSms.class);
    }

    /** The reports that have come so far. */
    public List<DeliveryReport> reports() {
        return only(DeliveryReport.class);
    }

    private <T> List<T> only(Class<T> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Waits until the connection has ended by itself, and says how. */
    public RuntimeException awaitFailure() {
        patiently("the connection ends").until(() -> !thread.isAlive());
        return failure;
    }

    /** Waits until the connection has ended by itself, as gateways end it. */
    public SendException awaitSendException() {
        return (SendException) awaitFailure();
    }

    /** Tells the backend to stop, and waits until it has. */
    public boolean interrupt() {
        thread.interrupt();
        patiently("the connection ends").until(() -> !thread.isAlive());
        return isInterrupted;
    }

    @Override
    public void close() {
        interrupt();
    }
}
