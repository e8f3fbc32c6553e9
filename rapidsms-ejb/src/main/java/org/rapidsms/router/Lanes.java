package org.rapidsms.router;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The lanes of the inbox, as this node works in them.
 *
 * <p>A thread works in a few of them at once: the more messages share a transaction, the less each
 * costs. In a few only, for these wait if one of their messages does not come to an end.
 */
@ApplicationScoped
public class Lanes {

    private static final int AT_ONCE = Lane.COUNT / 4;

    /** A doorbell that nobody has answered for so long is lost. */
    private static final long PATIENCE = Duration.ofSeconds(1).toNanos();

    private static final long SILENT = 0;

    private final List<Lane> lanes;
    private final AtomicLong rung = new AtomicLong(SILENT);
    private final AtomicInteger next = new AtomicInteger();

    /** Those of a node. */
    public Lanes() {
        this(Lane.LOST);
    }

    /**
     * Those of a test.
     *
     * @param lost after how long whoever is in one is thought to be lost
     */
    Lanes(Duration lost) {
        lanes = IntStream.range(0, Lane.COUNT).mapToObj(i -> new Lane(i, lost)).toList();
    }

    /**
     * Says that there is work in a lane.
     *
     * @return whether somebody will see to it; else it is for the caller to ring
     */
    public boolean call(int lane) {
        lanes.get(lane).call();
        // Asked afterwards: whoever leaves in between has seen the call, or is not in it any more.
        return lanes.get(lane).isTaken() || !ring();
    }

    /** Whether nobody else has just rung. */
    private boolean ring() {
        long now = Math.max(System.nanoTime(), SILENT + 1);
        long before = rung.get();
        return (before == SILENT || now - before > PATIENCE) && rung.compareAndSet(before, now);
    }

    /**
     * Works in the lanes to which somebody was called, until there is no more to do. Leaves those
     * alone in which somebody else of this node is: he looks once more before he goes.
     *
     * @param step does some of the work of these lanes; returns those that may have more
     */
    public void work(Function<List<Integer>, Collection<Integer>> step) {
        rung.set(SILENT);
        for (var mine = enter(); !mine.isEmpty(); mine = enter()) {
            try {
                step.apply(mine.keySet().stream().map(Lane::number).toList())
                        .forEach(lane -> lanes.get(lane).call());
            } finally {
                mine.forEach(Lane::leave);
            }
        }
    }

    /** Enters a few, others than the last time if there are others. */
    private Map<Lane, Long> enter() {
        var entered = new LinkedHashMap<Lane, Long>();
        int first = next.get();
        for (int i = 0; i < Lane.COUNT && entered.size() < AT_ONCE; i++) {
            var lane = lanes.get(Math.floorMod(first + i, Lane.COUNT));
            long since = lane.enter();
            if (since != 0) {
                entered.put(lane, since);
                next.set(lane.number() + 1);
            }
        }
        return entered;
    }
}
