package org.rapidsms.it;

import static java.time.Duration.ofMinutes;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * How many messages a second are accepted and handled (in, phases, answer's row, HTTP out, status),
 * against what the same PostgreSQL does at its best: transactions of two inserted rows. Both are
 * measured by turns in one run, so that only their ratio counts. Prints; asserts nothing.
 *
 * <p>{@code mvn verify -Dit.test=RoutingBenchmark -Dit.database=h2}
 */
class RoutingBenchmark {

    private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 3);
    private static final int MESSAGES = Integer.getInteger("benchmark.messages", 4000);
    private static final int PHONES = 2000;

    private final AtomicInteger next = new AtomicInteger();
    private Ledger ledger;
    private KillableServer server;

    @BeforeEach
    void start() throws IOException, SQLException {
        PostgreSql.start();
        ledger = new Ledger();
        server =
                new KillableServer(
                        Path.of(System.getProperty("it.target"), "benchmark"), ledger.address());
        server.start();
        run("create table floor (id bigserial primary key, date timestamptz, phone text, t text)");
        run("create index on floor (date)");
        run("create index on floor (phone)");
    }

    @AfterEach
    void stop() {
        server.kill();
        ledger.close();
    }

    @Test
    void messages() throws Exception {
        messages(16, "warming up");
        messages(64, "warming up");
        for (int callers : new int[] {1, 16, 64}) {
            for (int round = 0; round < ROUNDS; round++) {
                double floor = floor(callers);
                double[] rates = messages(callers, callers + " callers");
                System.out.printf(
                        "%d callers: floor %.0f/s, accepted %.2f of it, handled %.2f of it%n",
                        callers, floor, rates[0] / floor, rates[1] / floor);
            }
        }
    }

    /** Transactions a second, of two rows each. */
    private double floor(int callers) throws Exception {
        int each = MESSAGES / callers;
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
                            for (var text : new String[] {"echo " + i, String.valueOf(i)}) {
                                insert.setString(1, phone(i));
                                insert.setString(2, text);
                                insert.executeUpdate();
                            }
                            connection.commit();
                        }
                    }
                    return null;
                });
        return each * callers / seconds(began);
    }

    /** Accepted and handled messages a second. */
    private double[] messages(int callers, String name) throws Exception {
        int each = MESSAGES / callers;
        int sum = each * callers;
        var latencies = new long[sum];
        var place = new AtomicInteger();
        long before = ledger.texts();
        long syncs = number("select wal_sync from pg_stat_wal");
        var began = System.nanoTime();
        atOnce(
                callers,
                () -> {
                    for (int i = 0; i < each; i++) {
                        var called = System.nanoTime();
                        int number = next.getAndIncrement();
                        if (!server.isTaken(phone(number), number)) {
                            throw new IllegalStateException("not taken");
                        }
                        latencies[place.getAndIncrement()] = System.nanoTime() - called;
                    }
                    return null;
                });
        double accepted = sum / seconds(began);
        await().atMost(ofMinutes(5)).until(() -> ledger.texts() - before >= sum);
        double handled = sum / seconds(began);
        long walSyncs = number("select wal_sync from pg_stat_wal") - syncs;
        Arrays.sort(latencies);
        System.out.printf(
                "%s: accepted %.0f/s, handled %.0f/s, p50 %.1f ms, p99 %.1f ms,"
                        + " %.2f WAL syncs a message%n",
                name,
                accepted,
                handled,
                latencies[sum / 2] / 1e6,
                latencies[sum * 99 / 100] / 1e6,
                (double) walSyncs / sum);
        return new double[] {accepted, handled};
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

    private static long number(String sql) throws SQLException {
        try (var connection = PostgreSql.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
