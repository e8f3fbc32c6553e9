package org.rapidsms.router;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** One at a time, and no call is missed. */
class LaneTest {

    private final Lane lane = new Lane();

    @Test
    void worksUntilThereIsNoMore() {
        var left = new AtomicInteger(3);
        lane.work(() -> left.getAndDecrement() > 0);
        assertThat(left).hasValue(-1);
    }

    @Test
    void whoeverIsInItDoesWhatComesMeanwhile() throws InterruptedException {
        var work = new ArrayList<>(List.of("first"));
        var done = new ArrayList<String>();
        var entered = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var first =
                new Thread(
                        () ->
                                lane.work(
                                        () -> {
                                            entered.countDown();
                                            await(goOn);
                                            done.addAll(work);
                                            boolean some = !work.isEmpty();
                                            work.clear();
                                            return some;
                                        }));
        first.start();
        entered.await();
        work.add("second");
        assertThat(lane.call()).as("somebody is in it").isTrue();
        lane.work(() -> done.add("by somebody else"));
        goOn.countDown();
        first.join();

        assertThat(done).containsExactly("first", "second");
        assertThat(lane.call()).as("somebody is in it").isFalse();
    }

    @Test
    void whoIsLostInItKeepsNobodyOut() throws InterruptedException {
        var open = new Lane(Duration.ZERO);
        var entered = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var lost =
                new Thread(
                        () ->
                                open.work(
                                        () -> {
                                            entered.countDown();
                                            await(goOn);
                                            return false;
                                        }));
        lost.start();
        entered.await();

        var done = new AtomicInteger();
        open.work(() -> done.incrementAndGet() < 2);
        goOn.countDown();
        lost.join();

        assertThat(done).hasValue(2);
        assertThat(open.call()).as("somebody is in it").isFalse();
    }

    @Test
    void isFreeAgainWhenWorkFails() {
        try {
            lane.work(
                    () -> {
                        throw new IllegalStateException();
                    });
        } catch (IllegalStateException e) {
            // As it should.
        }
        var came = new AtomicInteger();
        lane.work(() -> came.incrementAndGet() < 2);
        assertThat(came).hasValue(2);
    }

    @Test
    void allMessagesOfAPhoneAreInOneLane() {
        assertThat(Lane.of(35)).isEqualTo(Lane.of(35)).isBetween(0, Lane.COUNT - 1);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
