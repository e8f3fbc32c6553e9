package org.rapidsms.backend;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.rapidsms.schema.TestDatabase;

/** Holds in a real database, without a container: each call is a transaction. */
public final class HoldsOn extends Holds {

    private final TestDatabase database;
    private final AtomicInteger looks = new AtomicInteger();
    private volatile boolean away;

    public HoldsOn(TestDatabase database) {
        this.database = database;
    }

    /** The database cannot be asked from now on, or can be again. */
    public void isAway(boolean away) {
        this.away = away;
    }

    /** How often it was asked who holds a backend. */
    public int looks() {
        return looks.get();
    }

    private <T> T ask(Function<Holds, T> question) {
        if (away) {
            throw new IllegalStateException("the database is away");
        }
        return database.ask(
                entities -> {
                    var holds = new Holds();
                    holds.entities = entities;
                    return question.apply(holds);
                });
    }

    private void run(Consumer<Holds> work) {
        ask(
                holds -> {
                    work.accept(holds);
                    return true;
                });
    }

    @Override
    public Hold of(String backend) {
        looks.incrementAndGet();
        return ask(holds -> holds.of(backend));
    }

    @Override
    public boolean take(String backend, String node, Hold from) {
        return ask(holds -> holds.take(backend, node, from));
    }

    @Override
    public boolean keep(String backend, String node) {
        return ask(holds -> holds.keep(backend, node));
    }

    @Override
    public void connected(String backend) {
        run(holds -> holds.connected(backend));
    }

    @Override
    public void disconnected(String backend, SendException why) {
        run(holds -> holds.disconnected(backend, why));
    }
}
