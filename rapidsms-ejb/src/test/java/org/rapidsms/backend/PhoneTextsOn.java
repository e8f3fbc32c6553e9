package org.rapidsms.backend;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.rapidsms.schema.TestDatabase;

/** The texts that wait for phones, on a real database, each call in a transaction of its own. */
public class PhoneTextsOn extends PhoneTexts {

    private final TestDatabase database;

    public PhoneTextsOn(TestDatabase database) {
        this.database = database;
    }

    private <T> T ask(Function<PhoneTexts, T> question) {
        return database.ask(
                entities -> {
                    var texts = new PhoneTexts();
                    texts.entities = entities;
                    return question.apply(texts);
                });
    }

    @Override
    public void keep(String backend, OutgoingSms sms) {
        ask(
                texts -> {
                    texts.keep(backend, sms);
                    return null;
                });
    }

    @Override
    public List<PhoneText> fetch(String backend, Duration lease) {
        return ask(texts -> texts.fetch(backend, lease));
    }

    @Override
    public Optional<PhoneText> hold(String backend, String name, Duration lease) {
        return ask(texts -> texts.hold(backend, name, lease));
    }

    @Override
    public Optional<PhoneText> end(String backend, String name) {
        return ask(texts -> texts.end(backend, name));
    }

    @Override
    public Collection<String> open(String backend) {
        return ask(texts -> texts.open(backend));
    }

    @Override
    public List<PhoneText> giveUp(String backend, Duration age) {
        return ask(texts -> texts.giveUp(backend, age));
    }

    /** So much time passes that all leases have ended. */
    public void endLeases(String backend) {
        set("due = :moment where due is not null", backend, Instant.EPOCH);
    }

    /** All texts were kept at this time. */
    public void date(String backend, Instant moment) {
        set("date = :moment where date is not null", backend, moment);
    }

    private void set(String what, String backend, Instant moment) {
        database.run(
                entities ->
                        entities.createNativeQuery(
                                        "update phone_text set " + what + " and backend = :backend")
                                .setParameter("moment", moment)
                                .setParameter("backend", backend)
                                .executeUpdate());
    }
}
