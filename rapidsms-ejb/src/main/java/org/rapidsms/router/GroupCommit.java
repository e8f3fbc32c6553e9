package org.rapidsms.router;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/**
 * Lets threads share a transaction: one of them does the work of all that came while the last
 * transaction lasted. A single thread does its own work at once; the more there are, the less each
 * costs.
 *
 * @param <T> what a thread brings
 * @param <R> what it gets
 */
final class GroupCommit<T, R> {

    private final int most;
    private final Function<List<T>, List<R>> work;
    private final Queue<Member<T, R>> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean led = new AtomicBoolean();

    /** One thread, and what becomes of what it brought. */
    private static final class Member<T, R> {

        private final T item;
        private final Thread thread = Thread.currentThread();
        private R result;
        private boolean spoiled;
        private volatile boolean served;

        Member(T item) {
            this.item = item;
        }

        void served() {
            served = true;
            LockSupport.unpark(thread);
        }
    }

    /**
     * @param most how many share one transaction
     * @param work one transaction; returns what each gets, in the order of what they brought
     */
    GroupCommit(int most, Function<List<T>, List<R>> work) {
        this.most = most;
        this.work = work;
    }

    /**
     * Does the work for this item, alone or together with others. If it fails together it is done
     * alone, so that nobody suffers from another's item.
     *
     * @throws RuntimeException what the work throws for this item alone
     */
    R join(T item) {
        var member = new Member<T, R>(item);
        waiting.add(member);
        boolean interrupted = false;
        while (!member.served) {
            if (led.compareAndSet(false, true)) {
                lead();
            } else {
                LockSupport.park(this);
                interrupted |= Thread.interrupted();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return member.spoiled ? work.apply(List.of(item)).get(0) : member.result;
    }

    /** How many have come and are not being served. */
    int waiting() {
        return waiting.size();
    }

    private void lead() {
        try {
            serve(group());
        } finally {
            led.set(false);
            var next = waiting.peek();
            if (next != null) {
                LockSupport.unpark(next.thread);
            }
        }
    }

    private List<Member<T, R>> group() {
        var group = new ArrayList<Member<T, R>>();
        Member<T, R> next;
        while (group.size() < most && (next = waiting.poll()) != null) {
            group.add(next);
        }
        return group;
    }

    private void serve(List<Member<T, R>> group) {
        try {
            var results = work.apply(group.stream().map(member -> member.item).toList());
            for (int i = 0; i < group.size(); i++) {
                group.get(i).result = results.get(i);
            }
        } catch (RuntimeException | Error e) {
            // Each finds out for itself whether it was its item.
            group.forEach(member -> member.spoiled = true);
        } finally {
            group.forEach(Member::served);
        }
    }
}
