package org.rapidsms.it;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rapidsms.it.FlakyGateway.Mood;

/** A gateway that fails, throttles and hangs loses nothing, doubles nothing and slows nobody. */
@OnServer
class OutageIT {

    private static final FlakyGateway GATEWAY = FlakyGateway.GATEWAY;
    private static final int MESSAGES = 1000;

    /** So many by another backend, before and during the trouble. */
    private static final int OTHERS = 100;

    /** What a busy machine may do to a time; waiting for a dead gateway would do far more. */
    private static final int SLOWED = 5;

    @BeforeEach
    void forgetOthers() {
        GATEWAY.forget();
    }

    @AfterEach
    void recover() {
        GATEWAY.is(Mood.WELL);
    }

    @Test
    void allMessagesArriveOnceAndAnotherBackendGoesOnMeanwhile() {
        long usual = anotherBackendAnswers(1);
        GATEWAY.failsFor(ofSeconds(20));
        for (int i = 0; i < MESSAGES; i++) {
            var answer = Server.post("/backend/flaky/", "identity", phone(i), "text", "echo " + i);
            assertThat(answer.status()).isEqualTo(200);
        }
        assertThat(anotherBackendAnswers(2)).isLessThan(SLOWED * usual);
        awaitCalls(Mood.THROTTLING, 2);
        assertThat(anotherBackendAnswers(3)).isLessThan(SLOWED * usual);

        GATEWAY.is(Mood.HANGING);
        awaitCalls(Mood.HANGING, 2);
        assertThat(anotherBackendAnswers(4)).isLessThan(SLOWED * usual);
        assertThat(GATEWAY.taken()).isEmpty();

        GATEWAY.is(Mood.WELL);
        await().atMost(ofSeconds(180))
                .untilAsserted(() -> assertThat(GATEWAY.taken()).hasSize(MESSAGES));
        assertThat(GATEWAY.taken().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, MESSAGES)
                                .mapToObj(i -> "to=" + phone(i) + "&text=" + i)
                                .toList());
        assertThat(GATEWAY.taken().values()).allMatch(times -> times.get() == 1);
        awaitSent();
    }

    private static String phone(int i) {
        return String.valueOf(15_700_000 + i);
    }

    private static void awaitCalls(Mood mood, int least) {
        await().atMost(ofSeconds(90)).until(() -> GATEWAY.calls(mood) >= least);
    }

    /**
     * Another backend goes on.
     *
     * @return how many nanoseconds some messages take there
     */
    private static long anotherBackendAnswers(int round) {
        long start = System.nanoTime();
        var phones =
                IntStream.range(0, OTHERS)
                        .mapToObj(i -> String.valueOf(15_710_000 + 1000 * round + i))
                        .toList();
        for (var phone : phones) {
            Server.post("/backend/http/", "identity", phone, "text", "echo still here");
        }
        await().atMost(ofSeconds(60))
                .until(
                        () ->
                                phones.stream()
                                        .map(FakeGateway.QUEUED::textsTo)
                                        .allMatch(List.of("still here")::equals));
        return System.nanoTime() - start;
    }

    /** What was sent is known to be. */
    private static void awaitSent() {
        var staff = Visitor.loggedIn(Server.ADMINISTRATOR, Server.PASSWORD);
        for (var state : List.of("queued", "failed")) {
            var lines = "/messagelog/?backend=flaky&direction=outgoing&state=" + state;
            await().atMost(ofSeconds(30))
                    .until(() -> staff.get(lines).body().contains("class=\"empty"));
        }
    }
}
