package org.rapidsms.it;

import static java.time.Duration.ofMinutes;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.rapidsms.it.stranger.Broadcast;

/**
 * How many messages a second are accepted and handled (in, phases, answer's row, HTTP out, status),
 * against what the same PostgreSQL does at its best. Both are measured by turns in one run, so that
 * only their ratio counts. Then how long it takes to reach many, what a backlog costs, and whether
 * a message costs more when many are stored. Prints; asserts nothing.
 *
 * <p>{@code mvn verify -Dit.test=RoutingBenchmark -Dit.database=h2}
 */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class RoutingBenchmark {

    private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 3);
    private static final int MESSAGES = Integer.getInteger("benchmark.messages", 8000);
    private static final int WARM_UP = Integer.getInteger("benchmark.warm-up", 100_000);
    private static final int BACKLOG = Integer.getInteger("benchmark.backlog", 1_000_000);
    private static final int ROWS = Integer.getInteger("benchmark.rows", 5_000_000);
    private static final int PHONES = 10_000;

    private final AtomicInteger next = new AtomicInteger();
    private BareGateway gateway;
    private KillableServer server;

    @BeforeAll
    void start() throws Exception {
        PostgreSql.start();
        gateway = new BareGateway();
        var settings =
                """
                rapidsms.backends.fast.engine=http
                rapidsms.backends.fast.outgoing-url=%s?to={identity}&text={text}
                rapidsms.backends.gone.engine=http
                rapidsms.backends.gone.outgoing-url=http://127.0.0.1:1/
                """;
        server =
                new KillableServer(
                        Path.of(System.getProperty("it.target"), "benchmark"),
                        settings.formatted(gateway.address()),
                        new DroppedInJar().add(Broadcast.class));
        server.start();
        run("create table floor (id bigserial primary key, date timestamptz, phone text, t text)");
        run("create index on floor (date)");
        run("create index on floor (phone)");
        // Until the server's code is compiled.
        for (int i = 0; i < WARM_UP; i += 20_000) {
            round(64, 20_000);
        }
    }

    @AfterAll
    void stop() throws IOException {
        server.kill();
        gateway.close();
    }

    @Test
    @Order(1)
    void messages() throws Exception {
        System.out.println(
                "| callers | floor 2/s | floor 1/s | accepted/s | of floor 1 | handled/s"
                        + " | of floor 2 | p50 ms | p99 ms | WAL syncs a message |");
        for (int callers : new int[] {1, 16, 64}) {
            for (int i = 0; i < ROUNDS; i++) {
                compare(callers);
            }
        }
        System.out.printf("threads: %d, heap: %s%n", server.threads(), server.heap());
    }

    /** What a message costs beside many others: the ratio to the floor shall stay. */
    @Test
    @Order(5)
    void messagesBesideManyOthers() throws Exception {
        compare(16);
        compare(16);
        store("'R'", "'I'", 1, ROWS, null);
        run("analyze");
        System.out.printf("beside %d others:%n", ROWS);
        round(16, MESSAGES);
        compare(16);
        compare(16);
    }

    /** How long it takes until somebody who has asked is answered, if little else is to be done. */
    @Test
    @Order(2)
    void latency() throws Exception {
        for (int pause : new int[] {200, 50, 10}) {
            var latencies = new long[300];
            try (var caller = server.caller("fast")) {
                for (int i = 0; i < latencies.length; i++) {
                    long before = gateway.texts();
                    long began = System.nanoTime();
                    caller.isTaken(phone(i), "echo+" + i);
                    while (gateway.texts() == before) {
                        LockSupport.parkNanos(20_000);
                    }
                    latencies[i] = System.nanoTime() - began;
                    LockSupport.parkNanos(pause * 1_000_000L);
                }
            }
            Arrays.sort(latencies);
            System.out.printf(
                    "one message each %d ms: answered after p50 %.1f, p90 %.1f, p99 %.1f ms%n",
                    pause, latencies[150] / 1e6, latencies[270] / 1e6, latencies[297] / 1e6);
        }
    }

    @Test
    @Order(3)
    void toMany() throws Exception {
        for (int phones : new int[] {10_000, 10_000, 10_000, 100_000}) {
            long before = gateway.texts();
            long last = number("select max(id) from message");
            try (var caller = server.caller("fast")) {
                caller.isTaken("1", "broadcast+%d+fast".formatted(phones));
            }
            long id = waitFor("select id from message where text = 'to all' and id > " + last);
            await().atMost(ofMinutes(10)).until(() -> gateway.texts() - before > phones);
            long ms =
                    waitFor(
                            "select (extract(epoch from (max(t.sent) - min(t.date))) * 1000)::bigint"
                                    + " from transmission t where t.message_id = "
                                    + id
                                    + " having count(*) = count(t.sent)");
            System.out.printf(
                    "to %d: send %s ms, all sent after %d ms, heap %s%n",
                    phones,
                    text(
                            "select text from message where text like 'returned in%' order by id desc"),
                    ms,
                    server.heap());
        }
    }

    @Test
    @Order(4)
    void backlog() throws Exception {
        System.out.printf("before: threads %d, heap %s%n", server.threads(), server.heap());
        store("'Q'", "'O'", ROWS + 1, BACKLOG, "gone");
        run("analyze");
        round(16, MESSAGES);
        compare(16);
        System.out.printf(
                "%d wait for a gateway that is gone: threads %d, heap %s%n",
                BACKLOG, server.threads(), server.heap());
    }

    private void compare(int callers) throws Exception {
        double two = floor(callers, 2);
        double one = floor(callers, 1);
        var round = round(callers, messages(callers));
        System.out.printf(
                "| %d | %.0f | %.0f | %.0f | %.2f | %.0f | %.2f | %.1f | %.1f | %.2f |%n",
                callers,
                two,
                one,
                round.accepted(),
                round.accepted() / one,
                round.handled(),
                round.handled() / two,
                round.p50(),
                round.p99(),
                round.syncs());
    }

    /** One caller alone takes its time. */
    private static int messages(int callers) {
        return callers == 1 ? MESSAGES / 8 : MESSAGES;
    }

    /** Transactions a second, of so many rows each. */
    private double floor(int callers, int rows) throws Exception {
        int each = messages(callers) / callers;
        var began = System.nanoTime();
        atOnce(
                callers,
                () -> {
                    try (var connection = PostgreSql.connect()) {
                        connection.setAutoCommit(false);
                        var insert =
                                connection.prepareStatement(
                                        "insert into floor (date, phone, t) values (now(), ?, ?)");
                        for (int i = 0; i < each; i++) {
                            for (int row = 0; row < rows; row++) {
                                insert.setString(1, phone(i));
                                insert.setString(2, "echo " + i);
                                insert.executeUpdate();
                            }
                            connection.commit();
                        }
                    }
                    return null;
                });
        return each * callers / seconds(began);
    }

    /** Messages a second, and milliseconds until the server took one. */
    private record Round(double accepted, double handled, double p50, double p99, double syncs) {}

    private Round round(int callers, int messages) throws Exception {
        int each = messages / callers;
        int sum = each * callers;
        var latencies = new long[sum];
        var place = new AtomicInteger();
        long before = gateway.texts();
        long syncs = number("select wal_sync from pg_stat_wal");
        var began = System.nanoTime();
        atOnce(
                callers,
                () -> {
                    try (var caller = server.caller("fast")) {
                        for (int i = 0; i < each; i++) {
                            var called = System.nanoTime();
                            int number = next.getAndIncrement();
                            if (!caller.isTaken(phone(number), "echo+" + number)) {
                                throw new IllegalStateException("not taken");
                            }
                            latencies[place.getAndIncrement()] = System.nanoTime() - called;
                        }
                    }
                    return null;
                });
        double accepted = sum / seconds(began);
        await().atMost(ofMinutes(10)).until(() -> gateway.texts() - before >= sum);
        double handled = sum / seconds(began);
        double walSyncs = number("select wal_sync from pg_stat_wal") - syncs;
        Arrays.sort(latencies);
        return new Round(
                accepted,
                handled,
                latencies[sum / 2] / 1e6,
                latencies[sum * 99 / 100] / 1e6,
                walSyncs / sum);
    }

    /**
     * Stores messages past the server, each with one transmission.
     *
     * @param waitsFor the backend for which they wait; null if they do not
     */
    private static void store(
            String status, String direction, int first, int count, String waitsFor)
            throws SQLException {
        var numbers = "generate_series(%d, %d) x".formatted(first, first + count - 1);
        run(
                "insert into connection (id, backend, identity, search_key, created_on, modified_on)"
                        + " select -x, 'stored', x, x, now(), now() from generate_series(1, 1000) x"
                        + " on conflict do nothing");
        run(
                "insert into message (id, message_id, direction, status, backend, text, date,"
                        + " updated) select -x, 'stored-' || x, %s, %s, 'stored', 'text ' || x,"
                                .formatted(direction, status)
                        + " now(), now() from "
                        + numbers);
        run(
                "insert into transmission (id, message_id, connection_id, status, backend, urgent,"
                        + " due, date, updated) select -x, -x, -1 - x %% 1000, %s, '%s', false, %s,"
                                .formatted(
                                        status,
                                        waitsFor == null ? "stored" : waitsFor,
                                        waitsFor == null ? "null" : "now()")
                        + " now(), now() from "
                        + numbers);
        run(
                "insert into message_log (id, message_id, direction, backend, identity, text, date)"
                        + " select -x, 'stored-' || x, %s, 'stored', x %% 1000, 'text ' || x, now()"
                                .formatted(direction)
                        + " from "
                        + numbers);
    }

    private static String phone(int number) {
        return String.valueOf(15_900_000 + number % PHONES);
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private static void atOnce(int callers, Callable<Void> work) throws Exception {
        var threads = Executors.newFixedThreadPool(callers);
        try {
            var all = threads.invokeAll(IntStream.range(0, callers).mapToObj(i -> work).toList());
            for (var one : all) {
                one.get();
            }
        } finally {
            threads.shutdown();
        }
    }

    private static void run(String sql) throws SQLException {
        try (var connection = PostgreSql.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The number that a query finds, once it finds one. */
    private static long waitFor(String sql) {
        return Long.parseLong(
                await().atMost(ofMinutes(10)).until(() -> text(sql), Objects::nonNull));
    }

    private static long number(String sql) throws SQLException {
        return Long.parseLong(text(sql));
    }

    private static String text(String sql) throws SQLException {
        try (var connection = PostgreSql.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : null;
        }
    }
}
