package org.rapidsms.backend.smpp;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.rapidsms.schema.TestDatabase;

/** The parts of texts on a real database, without a container: each call is a transaction. */
final class PartsOn extends SmppParts {

    private final TestDatabase database;

    PartsOn(TestDatabase database) {
        this.database = database;
    }

    private <T> T ask(Function<SmppParts, T> work) {
        return database.ask(
                entities -> {
                    var parts = new SmppParts();
                    parts.entities = entities;
                    return work.apply(parts);
                });
    }

    @Override
    public void keep(SmppPart part) {
        ask(
                parts -> {
                    parts.keep(part);
                    return null;
                });
    }

    @Override
    public PartedText textOf(SmppPart part) {
        return ask(parts -> parts.textOf(part));
    }

    @Override
    public List<PartedText> overdue(String backend) {
        return ask(parts -> parts.overdue(backend));
    }

    @Override
    public void taken(PartedText text) {
        ask(
                parts -> {
                    parts.taken(text);
                    return null;
                });
    }

    @Override
    public void forget(String backend, Duration age) {
        ask(
                parts -> {
                    parts.forget(backend, age);
                    return null;
                });
    }

    /** How many parts are kept. */
    long count(String backend) {
        return database.ask(
                entities ->
                        entities.createQuery(
                                        "select count(p) from SmppPart p where p.backend = :b",
                                        Long.class)
                                .setParameter("b", backend)
                                .getSingleResult());
    }
}
