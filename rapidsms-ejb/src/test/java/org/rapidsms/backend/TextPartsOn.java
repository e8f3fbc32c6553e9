package org.rapidsms.backend;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.rapidsms.schema.TestDatabase;

/** The parts of texts on a real database, without a container: each call is a transaction. */
public final class TextPartsOn extends TextParts {

    private final TestDatabase database;

    /** Those of a backend that this server has. */
    public TextPartsOn(TestDatabase database, String backend) {
        this.database = database;
        new StatesOn(database).start(backend);
    }

    private <T> T ask(Function<TextParts, T> work) {
        return database.ask(
                entities -> {
                    var parts = new TextParts();
                    parts.entities = entities;
                    return work.apply(parts);
                });
    }

    @Override
    public PartedText keep(TextPart part) {
        return ask(parts -> parts.keep(part));
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
    public void forget(Instant before) {
        ask(
                parts -> {
                    parts.forget(before);
                    return null;
                });
    }

    /** What looks for texts that are late. */
    public LateTexts late() {
        return new LateTexts(this);
    }

    /** How many parts are kept. */
    public long count(String backend) {
        return database.ask(
                entities ->
                        entities.createQuery(
                                        "select count(p) from TextPart p where p.backend = :b",
                                        Long.class)
                                .setParameter("b", backend)
                                .getSingleResult());
    }
}
