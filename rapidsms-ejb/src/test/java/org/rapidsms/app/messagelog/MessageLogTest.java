package org.rapidsms.app.messagelog;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.rapidsms.app.App;
import org.rapidsms.app.Verdict;
import org.rapidsms.contact.Connection;
import org.rapidsms.contact.Contact;
import org.rapidsms.message.Direction;
import org.rapidsms.message.IncomingMessage;
import org.rapidsms.message.OutgoingMessage;
import org.rapidsms.schema.TestDatabase;
import org.rapidsms.testing.Some;
import org.rapidsms.testing.TestRouter;

/** Rows 313 to 321 of the conformance list, with one row for each phone. */
class MessageLogTest {

    private static final String DATABASES = "org.rapidsms.schema.TestDatabase#all";

    /** Changes what comes and what leaves. */
    private static final App SHOUTING =
            new App() {
                @Override
                public void parse(IncomingMessage message) {
                    message.changeText(message.text() + "!");
                }

                @Override
                public Verdict outgoing(OutgoingMessage message) {
                    message.changeText(message.text() + "!");
                    return message.text().startsWith("secret") ? Verdict.DROP : Verdict.PASS;
                }
            };

    @ParameterizedTest
    @MethodSource(DATABASES)
    void writesWhatCameAsItCame(TestDatabase database) {
        var ann = Some.contact();
        var phone = ann.defaultConnection().orElseThrow();
        var message = new IncomingMessage(phone, "hi");
        database.run(
                entities -> {
                    entities.persist(ann);
                    TestRouter.with(SHOUTING, log(entities)).receive(message);
                });
        var entry = entries(database, message.id()).get(0);
        assertThat(entry.getText()).isEqualTo("hi");
        assertThat(entry.getDirection()).isEqualTo(Direction.INCOMING);
        assertThat(entry.getBackend()).isEqualTo(phone.getBackend());
        assertThat(entry.getIdentity()).isEqualTo(phone.getIdentity());
        assertThat(entry.getContact().getId()).isEqualTo(ann.getId());
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void writesWhatLeavesAsItLeavesOnceForEachPhone(TestDatabase database) {
        var message = new OutgoingMessage(List.of(Some.connection(), Some.connection()), "hi");
        database.run(entities -> TestRouter.with(log(entities), SHOUTING).send(message));
        assertThat(entries(database, message.id()))
                .hasSize(2)
                .allMatch(entry -> entry.getText().equals("hi!"))
                .allMatch(entry -> entry.getDirection() == Direction.OUTGOING);
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void doesNotWriteWhatAnAppDrops(TestDatabase database) {
        var message = new OutgoingMessage(List.of(Some.connection()), "secret");
        database.run(entities -> TestRouter.with(log(entities), SHOUTING).send(message));
        assertThat(entries(database, message.id())).isEmpty();
    }

    @ParameterizedTest(name = "{0} characters are shown as {1}")
    @CsvSource({"59, 59", "60, 57", "200, 57"})
    void aLongEntryIsCut(int length, int shown) {
        var ann = new Contact("Ann");
        var phone = new Connection("b", "1");
        var entry = new LogEntry("m", Direction.OUTGOING, phone, "x".repeat(length));
        var cut = shown == length ? "" : "...";
        assertThat(entry).hasToString("x".repeat(shown) + cut + " (to 1 via b)");
        phone.assignTo(ann);
        assertThat(new LogEntry("m", Direction.INCOMING, phone, "hi")).hasToString("hi (from Ann)");
    }

    private static MessageLog log(EntityManager entities) {
        var log = new MessageLog();
        log.entities = entities;
        return log;
    }

    private static List<LogEntry> entries(TestDatabase database, String message) {
        return database.ask(
                entities ->
                        entities.createQuery(
                                        "select e from LogEntry e left join fetch e.contact"
                                                + " where e.messageId = :m order by e.id",
                                        LogEntry.class)
                                .setParameter("m", message)
                                .getResultList());
    }
}
