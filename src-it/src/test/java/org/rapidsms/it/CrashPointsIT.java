package org.rapidsms.it;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rapidsms.it.fatal.Standstill;

/**
 * A server that is killed while one message stands at each point of its way loses none, and sends
 * again only what was being sent. So does one whose database is killed.
 */
class CrashPointsIT {

    /** Enough that each backend makes as many calls at once as it may. */
    private static final int MANY = 64;

    /** As many as there are lanes, and a few more. */
    private static final int SOME = 20;

    private static final String AGAIN = "15910001";
    private static final String BEFORE_COMMIT = "15910002";
    private static final String ALWAYS = "15910003";
    private static final String AFTER_COMMIT = "15910004";
    private static final List<String> KNOWN = List.of(AGAIN, BEFORE_COMMIT, ALWAYS, AFTER_COMMIT);

    private static final String UNANSWERED = "15910005";
    private static final String CALL =
            "/backend/eager/?id=" + UNANSWERED + "&sms_id=1&text=" + Standstill.UNANSWERED;

    private static final String WAITING = "select count(*) from message where due is not null";
    private static final String BUT_BEHIND_IT =
            " and lane not in (select lane from message where due is not null and text = 'always')";

    /** What is held for a day is not about to leave. */
    private static final String LEAVING =
            "select count(*) from transmission where due < now() + interval '1 hour'";

    private static final Path FOLDER = Path.of(System.getProperty("it.target"), "crash-points");

    private static ExecutorService threads;
    private static Ledger ledger;
    private static KillableServer server;

    private final Load load = new Load(server, ledger);

    @BeforeAll
    static void start() throws IOException {
        threads = Executors.newCachedThreadPool();
        PostgreSql.start();
        ledger = new Ledger();
        server =
                new KillableServer(
                        FOLDER,
                        """
                        rapidsms.backends.crash.engine=http
                        rapidsms.backends.crash.outgoing-url=%1$s?to={identity}&text={text}
                        rapidsms.backends.crash.timeout=3s
                        rapidsms.backends.crash.max-calls=%2$d
                        rapidsms.backends.careful.engine=http
                        rapidsms.backends.careful.outgoing-url=%1$s?to={identity}&text={text}
                        rapidsms.backends.careful.timeout=3s
                        rapidsms.backends.careful.max-calls=%2$d
                        rapidsms.backends.careful.on-unknown=hold
                        rapidsms.backends.eager.engine=kannel
                        rapidsms.backends.eager.eager=true
                        rapidsms.backends.eager.sendsms-url=%1$s
                        rapidsms.backends.eager.sendsms-params.username=any
                        rapidsms.backends.eager.sendsms-params.password=any
                        """
                                .formatted(ledger.address(), KillableServer.MAX_CALLS),
                        new DroppedInJar().add(Standstill.class));
        server.start();
    }

    @AfterAll
    static void stop() throws IOException {
        threads.shutdownNow();
        server.kill();
        ledger.close();
        PostgreSql.stop();
    }

    @Test
    void whereverAMessageStandsWhenTheServerIsKilledItIsNotLost() throws Exception {
        KNOWN.forEach(phone -> write(phone, Standstill.HELLO));
        assertThat(number("select count(distinct lane) from message where text = 'hello'"))
                .isEqualTo(KNOWN.size());
        load.write("crash", 0, SOME);
        awaitRest();

        var inFlight = dieWithAMessageAtEachPoint();
        server.start();
        assertThat(server.isTaken(CALL)).as("the gateway comes again").isTrue();
        // Else it would be due a minute after it came: until then it is the eager router's own.
        PostgreSql.run(
                "update message set due = now() where text = '%s'"
                        .formatted(Standstill.UNANSWERED));
        dieOverTheSameMessageAgain("always-2", 300);
        dieOverTheSameMessageAgain("always-3", 400);
        load.write("crash", 500, SOME);
        write(ALWAYS, "echo after the message that is parked");
        awaitEnd();

        assertThat(load.doubled()).isEqualTo(Load.ofBackend(inFlight, "crash")).isNotEmpty();
        assertThat(held()).isEqualTo(Load.ofBackend(inFlight, "careful")).isNotEmpty();
        assertThat(problem(Standstill.ALWAYS)).isEqualTo("parked: begun 3 times and never ended");
        assertThat(FOLDER.resolve("points").resolve("always-4")).doesNotExist();
        for (var phone : KNOWN) {
            assertThat(ledger.times(phone)).as(phone).isEqualTo(1);
        }
        assertThat(ledger.times(UNANSWERED)).isEqualTo(1);
    }

    /**
     * @return the phones whose texts the gateway had taken and not said so
     */
    private Set<String> dieWithAMessageAtEachPoint() throws Exception {
        var unanswered = standAtEachPoint();
        ledger.stall();
        load.write("crash", 100, MANY);
        load.write("careful", 200, MANY);
        await().atMost(ofSeconds(30)).until(() -> isStalled("crash") && isStalled("careful"));
        server.isTaken("crash", AFTER_COMMIT, Standstill.AFTER_COMMIT);
        server.awaitDeath();
        var inFlight = Set.copyOf(ledger.unanswered());
        ledger.goOn();
        assertThat(unanswered.get()).as("the webhook whose server died").isFalse();
        return inFlight;
    }

    /** Whether the gateway has as many texts of a backend in its hands as that gives it. */
    private static boolean isStalled(String backend) {
        var phones = Set.copyOf(ledger.unanswered());
        return Load.ofBackend(phones, backend).size() >= KillableServer.MAX_CALLS;
    }

    @Test
    void aDatabaseThatIsKilledLosesNothingAndWhatCameMeanwhileIsAnswered() throws Exception {
        var writers =
                IntStream.range(1, 5)
                        .mapToObj(i -> threads.submit(() -> load.writeOn("crash", 1000 * i)))
                        .toList();
        load.awaitMore(200);
        PostgreSql.kill();
        int before = load.acknowledged();
        load.awaitMore(50);
        PostgreSql.startAgain();
        load.awaitMore(200);
        writers.forEach(writer -> writer.cancel(true));
        awaitEnd();

        System.out.printf(
                "database killed: %d acknowledged before, %d after, %d sent twice%n",
                before, load.acknowledged() - before, load.doubled().size());
        assertThat(load.doubled()).hasSizeLessThanOrEqualTo(KillableServer.MAX_CALLS);
    }

    /**
     * One message each: in an app, in one that never ends, before the commit, and in an app while
     * the gateway that brought it waits.
     *
     * @return whether that gateway's call is taken
     */
    private static Future<Boolean> standAtEachPoint() {
        write(AGAIN, Standstill.PHASE);
        write(BEFORE_COMMIT, Standstill.BEFORE_COMMIT);
        write(ALWAYS, Standstill.ALWAYS);
        var unanswered = threads.submit(() -> server.isTaken(CALL));
        for (var point :
                List.of(
                        Standstill.PHASE,
                        Standstill.BEFORE_COMMIT,
                        Standstill.ALWAYS + "-1",
                        Standstill.UNANSWERED)) {
            awaitPoint(point);
        }
        return unanswered;
    }

    private void dieOverTheSameMessageAgain(String point, int phones) throws IOException {
        load.write("crash", phones, SOME);
        awaitPoint(point);
        awaitRest();
        server.kill();
        server.start();
    }

    private static void awaitPoint(String point) {
        await("somebody stands at " + point)
                .atMost(ofSeconds(60))
                .until(() -> Files.exists(FOLDER.resolve("points").resolve(point)));
    }

    private static void write(String phone, String text) {
        assertThat(server.isTaken("crash", phone, text)).isTrue();
    }

    /** Also for what is kept outside the database. */
    private void awaitEnd() {
        await().atMost(ofMinutes(3))
                .untilAsserted(
                        () -> {
                            assertThat(load.lost()).isEmpty();
                            assertThat(number(WAITING) + number(LEAVING)).isZero();
                        });
    }

    /** Waits until nothing is to be done but what waits behind the message that never ends. */
    private static void awaitRest() {
        await().atMost(ofMinutes(2))
                .until(() -> number(WAITING + BUT_BEHIND_IT) + number(LEAVING) == 0);
    }

    /** The phones of which nobody knows whether they got their text. */
    private static Set<String> held() throws SQLException {
        return Set.copyOf(
                PostgreSql.column(
                        "select c.identity from transmission t"
                                + " join connection c on c.id = t.connection_id"
                                + " where t.status = 'P' and t.problem like 'UNKNOWN: %'"));
    }

    private static String problem(String text) throws SQLException {
        var problems =
                PostgreSql.column("select problem from message where text = '%s'".formatted(text));
        return String.join(", ", problems);
    }

    private static long number(String sql) throws SQLException {
        return Long.parseLong(PostgreSql.column(sql).get(0));
    }
}
