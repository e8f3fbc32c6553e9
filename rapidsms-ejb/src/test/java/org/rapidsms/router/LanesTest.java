package org.rapidsms.router;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One at a time in each lane, and no call is missed. */
class LanesTest {

    private final Lanes lanes = new Lanes();

    @Test
    void worksUntilThereIsNoMore() {
        var left = new AtomicInteger(3);
        lanes.call(5);
        lanes.work(mine -> left.getAndDecrement() > 0 ? mine : Set.of());
        assertThat(left).hasValue(-1);
    }

    @Test
    void worksInAllLanesToWhichItIsCalledInAFewAtOnce() {
        var seen = new ArrayList<Integer>();
        IntStream.range(0, Lane.COUNT).forEach(lanes::call);
        lanes.work(
                mine -> {
                    assertThat(mine).hasSizeLessThanOrEqualTo(Lane.COUNT / 4);
                    seen.addAll(mine);
                    return Set.of();
                });
        assertThat(seen).containsExactlyInAnyOrderElementsOf(all());
    }

    @Test
    void noLaneWaitsForOthersThatAlwaysHaveMore() {
        var seen = new ArrayList<Integer>();
        IntStream.range(0, Lane.COUNT).forEach(lanes::call);
        lanes.work(
                mine -> {
                    seen.addAll(mine);
                    return seen.size() < 2 * Lane.COUNT ? mine : Set.of();
                });
        assertThat(seen.subList(0, Lane.COUNT)).containsExactlyInAnyOrderElementsOf(all());
    }

    @Test
    void whoeverIsInItDoesWhatComesMeanwhile() throws InterruptedException {
        var done = new ArrayList<String>();
        var entered = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        lanes.call(1);
        var first =
                new Thread(
                        () ->
                                lanes.work(
                                        mine -> {
                                            entered.countDown();
                                            await(goOn);
                                            done.add("work");
                                            return Set.of();
                                        }));
        first.start();
        entered.await();
        assertThat(lanes.call(1)).as("somebody is in it").isTrue();
        lanes.work(mine -> List.of(done.add("by somebody else") ? 1 : 0));
        goOn.countDown();
        first.join();

        assertThat(done).containsExactly("work", "work");
    }

    @Test
    void whoIsLostInItKeepsNobodyOut() throws InterruptedException {
        var open = new Lanes(Duration.ZERO);
        var entered = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        open.call(1);
        var lost =
                new Thread(
                        () ->
                                open.work(
                                        mine -> {
                                            entered.countDown();
                                            await(goOn);
                                            return Set.of();
                                        }));
        lost.start();
        entered.await();

        var done = new AtomicInteger();
        open.call(1);
        open.work(mine -> done.incrementAndGet() < 2 ? mine : Set.of());
        goOn.countDown();
        lost.join();

        assertThat(done).hasValue(2);
        assertThat(open.call(1)).as("somebody is in it").isFalse();
    }

    @Test
    void oneDoorbellIsEnoughUntilSomebodyAnswersIt() {
        assertThat(lanes.call(1)).as("somebody sees to it").isFalse();
        assertThat(lanes.call(2)).as("the bell has rung").isTrue();
        var seen = new ArrayList<Integer>();
        lanes.work(
                mine -> {
                    seen.addAll(mine);
                    return Set.of();
                });
        assertThat(seen).containsExactlyInAnyOrder(1, 2);
        assertThat(lanes.call(2)).as("somebody sees to it").isFalse();
    }

    @Test
    void isFreeAgainWhenWorkFails() {
        lanes.call(3);
        try {
            lanes.work(
                    mine -> {
                        throw new IllegalStateException();
                    });
        } catch (IllegalStateException e) {
            // As it should.
        }
        var came = new AtomicInteger();
        lanes.call(3);
        lanes.work(mine -> came.incrementAndGet() < 2 ? mine : Set.of());
        assertThat(came).hasValue(2);
    }

    @Test
    void allMessagesOfAPhoneAreInOneLane() {
        assertThat(Lane.of(35)).isEqualTo(Lane.of(35)).isBetween(0, Lane.COUNT - 1);
    }

    private static List<Integer> all() {
        return IntStream.range(0, Lane.COUNT).boxed().toList();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
