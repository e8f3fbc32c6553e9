package org.rapidsms.router;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rapidsms.backend.ConfiguredBackend;
import org.rapidsms.backend.Consent;
import org.rapidsms.backend.Outcome;
import org.rapidsms.backend.SendFailure;
import org.rapidsms.backend.Sending;
import org.rapidsms.contact.Connection;
import org.rapidsms.message.IncomingMessage;
import org.rapidsms.message.OutgoingMessage;
import org.rapidsms.message.Status;
import org.rapidsms.message.Transmission;
import org.rapidsms.schema.TestDatabase;
import org.rapidsms.testing.Some;

/** Who has stopped us is written to only in answer, until they or the staff say otherwise. */
class ConsentsTest {

    private static final String DATABASES = "org.rapidsms.schema.TestDatabase#all";

    private TestDatabase database;
    private OutboxOn outbox;
    private ConfiguredBackend backend;
    private Connection phone;
    private Connection another;

    private void begin(TestDatabase on) {
        database = on;
        outbox = new OutboxOn(on);
        backend = outbox.backend("b" + Some.text(), Sending.USUAL, 1);
        phone = new Connection(backend.name(), Some.identity());
        another = new Connection(backend.name(), Some.identity());
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void pitfall17WhatAGatewaySaysOfOneTextHoldsForAllThatWaitAndAllThatFollow(TestDatabase on) {
        begin(on);
        long refused = send(phone);
        var call = outbox.claim(backend, refused).get(0);
        long waits = send(phone, another);

        outbox.settle(
                backend, call, Outcome.failed(phone.getIdentity(), SendFailure.OPTED_OUT, "21610"));

        assertThat(outbox.message(refused).getStatus()).isEqualTo(Status.ERRORED);
        assertThat(ofPhone(waits).getStatus()).isEqualTo(Status.ERRORED);
        assertThat(ofPhone(waits).getProblem()).startsWith("OPTED_OUT");
        assertThat(outbox.claim(backend))
                .as("the other phone has nothing to do with it")
                .extracting(next -> next.sms().identities())
                .containsExactly(List.of(another.getIdentity()));
        assertThat(ofPhone(send(phone)).getProblem()).startsWith("OPTED_OUT");
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void whoWritesIsAnswered(TestDatabase on) {
        begin(on);
        say(false);
        var question = new IncomingMessage(phone, "help");
        outbox.receive(question);

        long answer = outbox.put(question.respond("here we are")).get(0).message();

        assertThat(ofPhone(answer).getStatus()).isEqualTo(Status.QUEUED);
        say(false);
        assertThat(ofPhone(answer).getStatus()).as("it waits still").isEqualTo(Status.QUEUED);
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void whoComesBackIsWrittenToAgain(TestDatabase on) {
        begin(on);
        say(false);
        assertThat(ofPhone(send(phone)).getStatus()).isEqualTo(Status.ERRORED);
        say(true);
        assertThat(ofPhone(send(phone)).getStatus()).isEqualTo(Status.QUEUED);
    }

    private void say(boolean given) {
        database.run(
                entities ->
                        outbox.consents(entities)
                                .apply(backend.name(), new Consent(phone.getIdentity(), given)));
    }

    /** The number of the message's row: none waits of one that is refused at once. */
    private long send(Connection... phones) {
        var message = new OutgoingMessage(List.of(phones), "hello");
        outbox.put(message);
        return database.ask(
                entities ->
                        entities.createQuery(
                                        "select m.id from Message m where m.messageId = :id",
                                        Long.class)
                                .setParameter("id", message.id())
                                .getSingleResult());
    }

    private Transmission ofPhone(long message) {
        return outbox.transmissions(message).stream()
                .filter(t -> t.getConnection().equals(phone))
                .findFirst()
                .orElseThrow();
    }
}
