package org.rapidsms.router;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.rapidsms.router.Senders.Crew;

/** No more at once than may be, and no call is missed. */
class SendersTest {

    private static final int PLACES = 2;

    private final Crew crew = new Crew(PLACES);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final AtomicInteger rounds = new AtomicInteger();

    @Test
    void whoeverFindsNoPlaceLeavesTheWorkToThoseWhoHaveOne() throws InterruptedException {
        assertThat(crew.call()).as("there is a place").isFalse();
        var threads = fill();
        assertThat(crew.call()).as("there is none").isTrue();
        crew.work(() -> rounds.addAndGet(1000));
        goOn.countDown();
        for (var thread : threads) {
            thread.join();
        }

        assertThat(rounds.get()).as("one looked again, nobody else came").isBetween(3, 4);
        assertThat(crew.call()).isFalse();
    }

    /** Takes all places, and stays until it may go on. */
    private ArrayList<Thread> fill() throws InterruptedException {
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < PLACES; i++) {
            var entered = new CountDownLatch(1);
            var thread =
                    new Thread(
                            () ->
                                    crew.work(
                                            () -> {
                                                rounds.incrementAndGet();
                                                entered.countDown();
                                                await(goOn);
                                            }));
            thread.start();
            entered.await();
            threads.add(thread);
        }
        return threads;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
