package org.rapidsms.it;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A server that is killed under load loses nothing that it has acknowledged, and doubles no more
 * than was being sent at that moment.
 *
 * <p>A real server on a real PostgreSQL, killed with SIGKILL at random moments while others write
 * to it; the gateway that gets the answers keeps a ledger. {@code -Dcrash.kills=50} is the long
 * form, {@code -Dcrash.router=jms} another router.
 */
class CrashIT {

    private static final int KILLS = Integer.getInteger("crash.kills", 1);
    private static final int WRITERS = 4;

    /** Between two kills at least so many messages are acknowledged, and at most twice as many. */
    private static final int BETWEEN_KILLS = 300;

    private static final String WAITING =
            "select (select count(*) from transmission where due is not null)"
                    + " + (select count(*) from message where due is not null)";

    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final AtomicInteger next = new AtomicInteger();
    private final ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
    private Ledger ledger;
    private KillableServer server;

    @BeforeEach
    void start() throws IOException {
        PostgreSql.start();
        ledger = new Ledger();
        server =
                new KillableServer(
                        Path.of(System.getProperty("it.target"), "crash"), ledger.address());
        server.start();
    }

    @AfterEach
    void stop() throws IOException {
        writers.shutdownNow();
        server.kill();
        ledger.close();
        PostgreSql.stop();
    }

    @Test
    void nothingAcknowledgedIsLostAndNoMoreIsDoubledThanWasBeingSent() throws Exception {
        for (int i = 0; i < WRITERS; i++) {
            writers.execute(this::write);
        }
        for (int kill = 0; kill < KILLS; kill++) {
            awaitMore(BETWEEN_KILLS + new Random().nextInt(BETWEEN_KILLS));
            server.kill();
            server.start();
        }
        awaitMore(BETWEEN_KILLS);
        writers.shutdownNow();
        assertThat(writers.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        // What was on its way at a kill comes when its lease ends, or the queue's transaction.
        await().atMost(ofMinutes(5))
                .untilAsserted(
                        () -> {
                            assertThat(waiting()).isZero();
                            assertThat(lost()).isEmpty();
                        });

        int doubled = ledger.doubled();
        System.out.printf(
                "%d kills: %d acknowledged, %d sent, %d doubled, 0 lost%n",
                KILLS, acknowledged.size(), ledger.sent(), doubled);
        assertThat(doubled).isLessThanOrEqualTo(KILLS * KillableServer.MAX_CALLS);
    }

    /** Writes one text after the other, each as another phone, until it is interrupted. */
    private void write() {
        while (!Thread.currentThread().isInterrupted()) {
            int number = next.getAndIncrement();
            var phone = String.valueOf(15_800_000 + number);
            if (server.isTaken(phone, number)) {
                acknowledged.add(phone);
            }
        }
    }

    private void awaitMore(int messages) {
        int before = acknowledged.size();
        await().atMost(ofSeconds(120)).until(() -> acknowledged.size() - before >= messages);
    }

    private List<String> lost() {
        return acknowledged.stream().filter(phone -> ledger.times(phone) == 0).toList();
    }

    private static long waiting() throws SQLException {
        try (var connection = PostgreSql.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(WAITING)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
