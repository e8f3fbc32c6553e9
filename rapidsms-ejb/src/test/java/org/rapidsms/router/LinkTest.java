package org.rapidsms.router;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rapidsms.backend.BackendEvent;
import org.rapidsms.backend.BackendState;
import org.rapidsms.backend.BadWebhookException;
import org.rapidsms.backend.Callers;
import org.rapidsms.backend.ConfiguredBackend;
import org.rapidsms.backend.HoldsOn;
import org.rapidsms.backend.IncomingSms;
import org.rapidsms.backend.ReadyBackends;
import org.rapidsms.backend.Receiver;
import org.rapidsms.backend.SendException;
import org.rapidsms.backend.SendFailure;
import org.rapidsms.backend.Sending;
import org.rapidsms.router.Backoff.Pace;
import org.rapidsms.schema.TestDatabase;
import org.rapidsms.testing.Some;

/** The connection that a backend keeps: made by one node, made again, and told of. */
class LinkTest {

    private static final String DATABASES = "org.rapidsms.schema.TestDatabase#all";
    private static final Duration SOON = Duration.ofMillis(10);
    private static final Duration LEASE = Duration.ofMillis(300);
    private static final Duration NEVER = Duration.ofHours(1);
    private static final Pace AT_ONCE = new Pace(SOON, SOON, SOON, SOON);
    private static final IncomingSms SMS = new IncomingSms("1", "hello");

    private final String name = "b" + Some.text();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Node> nodes = new ArrayList<>();
    private TestDatabase database;

    /** A node with this one backend. */
    private final class Node {

        private final FakeLine line = new FakeLine();
        private final HoldsOn holds = new HoldsOn(database);
        private final ReadyBackends ready = new ReadyBackends();
        private final AtomicInteger bells = new AtomicInteger();
        private final ConfiguredBackend backend;
        private final Link link;
        private final Thread thread;
        private volatile Consumer<BackendEvent> storing = event -> {};

        Node(Duration lease, Pace pace, boolean everyNode) {
            backend =
                    new ConfiguredBackend(
                            name,
                            "test",
                            line,
                            Optional.empty(),
                            Sending.USUAL,
                            Duration.ZERO,
                            everyNode,
                            Callers.ANYBODY);
            link =
                    new Link(
                            new LinkNode(
                                    Some.text(),
                                    holds,
                                    ready,
                                    arrivals(),
                                    doorbell(),
                                    new Calm(threads),
                                    SOON,
                                    lease,
                                    pace),
                            backend);
            thread = new Thread(link);
        }

        private Arrivals arrivals() {
            return new Arrivals() {
                @Override
                public void store(ConfiguredBackend from, BackendEvent event) {
                    storing.accept(event);
                }
            };
        }

        private Doorbell doorbell() {
            return new Doorbell() {
                @Override
                public void outgoing(String whose) {
                    bells.incrementAndGet();
                }
            };
        }

        Node start() {
            nodes.add(this);
            thread.start();
            return this;
        }

        Node connected() {
            line.happens(Receiver::ready);
            start();
            await().until(this::isReady);
            return this;
        }

        boolean isReady() {
            return ready.contains(backend);
        }

        void stop() {
            link.stop();
            await().until(() -> !thread.isAlive());
            try {
                link.giveUp(database.source());
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        /** Looks some times more whether the backend is free. */
        void looksAgain() {
            int before = holds.looks();
            await().until(() -> holds.looks() > before + 3);
        }
    }

    private Node node(Duration lease) {
        return new Node(lease, AT_ONCE, false);
    }

    private void begin(TestDatabase on) {
        database = on;
        database.run(entities -> entities.persist(new BackendState(name)));
    }

    @AfterEach
    void end() {
        nodes.forEach(node -> node.holds.isAway(false));
        nodes.forEach(Node::stop);
        threads.shutdownNow();
    }

    private String problem() {
        return database.ask(entities -> entities.find(BackendState.class, name).getProblem());
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void oneNodeOfTwoConnects(TestDatabase database) {
        begin(database);
        node(NEVER).connected();
        var other = node(NEVER).start();

        other.looksAgain();

        assertThat(other.line.connections()).isZero();
        assertThat(other.isReady()).isFalse();
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void bothConnectIfTheSettingsAllowIt(TestDatabase database) {
        begin(database);
        new Node(NEVER, AT_ONCE, true).connected();
        new Node(NEVER, AT_ONCE, true).connected();
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void whenTheHolderDiesAnotherTakesOverAndTheDeadOneFindsOut(TestDatabase database) {
        begin(database);
        var dead = node(NEVER).connected();
        node(LEASE).connected();

        dead.link.beat();

        await().until(() -> dead.line.open() == 0);
        assertThat(dead.isReady()).isFalse();
        dead.looksAgain();
        assertThat(dead.line.connections()).isOne();
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void whoIsStoppedEndsItsConnectionAndLetsOthersConnectAtOnce(TestDatabase database) {
        begin(database);
        var first = node(NEVER).connected();
        var second = node(NEVER).start();
        second.looksAgain();
        second.line.happens(Receiver::ready);

        first.stop();

        assertThat(first.line.open()).isZero();
        assertThat(first.isReady()).isFalse();
        await().until(second::isReady);
        assertThat(problem()).as("that it was stopped is no problem").isNull();
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void theConnectionStaysWhileTheDatabaseIsAway(TestDatabase database) {
        begin(database);
        var holder = node(NEVER).connected();
        holder.holds.isAway(true);
        var other = node(Duration.ZERO);
        other.holds.isAway(true);
        other.start();
        other.looksAgain();

        holder.link.beat();

        assertThat(holder.line.open()).isOne();
        assertThat(holder.isReady()).isTrue();
        assertThat(other.line.connections()).isZero();
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void aConnectionThatEndsIsMadeAgain(TestDatabase database) {
        begin(database);
        var node = node(NEVER).connected();

        node.line.happens(
                receiver -> {
                    throw new SendException(SendFailure.UNREACHABLE, "it broke");
                });

        await().until(() -> node.line.connections() == 2);
        assertThat(node.isReady()).isFalse();
        node.line.happens(Receiver::ready);
        await().until(node::isReady);
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void aBackendThatThrowsAnythingIsConnectedAgain(TestDatabase database) {
        begin(database);
        var node = node(NEVER).start();

        node.line.happens(
                receiver -> {
                    throw new IllegalStateException("oops");
                });

        await().until(() -> node.line.connections() == 2);
        await().until(() -> problem() != null);
        assertThat(problem())
                .isEqualTo("UNREACHABLE: the backend failed: java.lang.IllegalStateException");
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void whyThereIsNoConnectionIsToldUntilThereIsOne(TestDatabase database) {
        begin(database);
        var node = node(NEVER).start();
        node.line.happens(
                receiver -> {
                    throw new SendException(SendFailure.MISCONFIGURED, "wrong\0 password");
                });
        await().until(() -> "MISCONFIGURED: wrong password".equals(problem()));

        node.line.happens(Receiver::ready);

        await().until(() -> problem() == null);
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void whatCouldNotBeToldIsToldWhenTheDatabaseIsBack(TestDatabase database) {
        begin(database);
        var node = node(NEVER).connected();
        node.holds.isAway(true);
        node.line.happens(
                receiver -> {
                    throw new SendException(SendFailure.UNREACHABLE, "it broke");
                });
        await().until(() -> node.line.connections() == 2);
        node.holds.isAway(false);

        node.link.beat();

        assertThat(problem()).isEqualTo("UNREACHABLE: it broke");
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void whoIsReadyRingsForWhatWaits(TestDatabase database) {
        begin(database);
        var node = node(NEVER).connected();

        await().until(() -> node.bells.get() == 1);
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void aConnectionThatHasEndedIsNotMadeReadyByALateThread(TestDatabase database) {
        begin(database);
        var node = node(NEVER);
        var old = new AtomicReference<Receiver>();
        node.line.happens(
                receiver -> {
                    old.set(receiver);
                    throw new SendException(SendFailure.UNREACHABLE, "it broke");
                });
        node.start();
        await().until(() -> node.line.connections() == 2);

        old.get().ready();

        assertThat(node.isReady()).isFalse();
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void whatCannotBeStoredIsToldToTheBackend(TestDatabase database) {
        begin(database);
        var node = node(NEVER);
        node.storing =
                event -> {
                    throw new BadWebhookException("no such sender");
                };
        var told = new AtomicReference<RuntimeException>();

        node.line.happens(
                receiver -> {
                    try {
                        receiver.receive(SMS);
                    } catch (BadWebhookException e) {
                        told.set(e);
                    }
                });
        node.start();

        await().until(() -> told.get() != null);
        assertThat(node.line.open()).as("the backend decides what follows").isOne();
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void noInterruptReachesWhatStoresAnEvent(TestDatabase database) throws InterruptedException {
        begin(database);
        var node = node(NEVER);
        var storing = new CountDownLatch(1);
        var goesOn = new CountDownLatch(1);
        var stored = new LinkedBlockingQueue<BackendEvent>();
        node.storing =
                event -> {
                    storing.countDown();
                    try {
                        goesOn.await();
                        stored.add(event);
                    } catch (InterruptedException e) {
                        throw new IllegalStateException("H2 would have closed its file", e);
                    }
                };
        node.line.happens(receiver -> receiver.receive(SMS));
        node.start();
        storing.await();

        node.link.stop();
        goesOn.countDown();

        await().until(() -> !node.thread.isAlive());
        assertThat(stored).containsExactly(SMS);
    }
}
