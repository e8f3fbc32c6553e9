package org.rapidsms.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.hibernate.exception.ConstraintViolationException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rapidsms.backend.database.BackendMessage;
import org.rapidsms.contact.Connection;
import org.rapidsms.contact.Contact;
import org.rapidsms.message.Direction;
import org.rapidsms.message.IncomingMessage;
import org.rapidsms.message.Message;
import org.rapidsms.message.OutgoingMessage;
import org.rapidsms.message.Status;
import org.rapidsms.message.Transmission;
import org.rapidsms.testing.Some;

/** Rows 1 to 12 of the conformance list: what the database itself keeps and refuses. */
class SchemaTest {

    private static final String DATABASES = "org.rapidsms.schema.TestDatabase#all";

    @ParameterizedTest
    @MethodSource(DATABASES)
    void migratesOnceAndNotAgain(TestDatabase database) {
        assertThatCode(() -> Migrations.migrate(database.source())).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void migratesTheTablesOfAnAppOnce(TestDatabase database) {
        Migrations.migrate(database.source(), new SomeApp("some_app"));
        Migrations.migrate(database.source(), new SomeApp("some_app"));

        var question = "select count(*) from some_app_table";
        assertThat(
                        database.<Object>ask(
                                e -> e.createNativeQuery(question, Long.class).getSingleResult()))
                .isEqualTo(1L);
        assertThatThrownBy(() -> Migrations.migrate(database.source(), new SomeApp("x;y")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("SomeApp is called “x;y”");
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void keepsAContactWithItsConnections(TestDatabase database) {
        var contact = Some.contact();
        contact.setLanguage("x".repeat(35));
        store(database, contact, contact.defaultConnection().orElseThrow());
        database.run(
                entities -> {
                    var found = entities.find(Contact.class, contact.getId());
                    assertThat(found.getName()).isEqualTo(contact.getName());
                    assertThat(found.getLanguage()).hasSize(35);
                    assertThat(found.defaultConnection()).isEqualTo(contact.defaultConnection());
                    assertThat(found.getCreatedOn()).isNotNull();
                });
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void refusesAConnectionThatIsThere(TestDatabase database) {
        var phone = Some.connection();
        store(database, phone);
        refuses(database, new Connection(phone.getBackend(), phone.getIdentity()));
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void tellsIdentitiesApartByTheirLetters(TestDatabase database) {
        var identity = Some.text();
        store(
                database,
                new Connection("b", identity.toUpperCase(java.util.Locale.ROOT)),
                new Connection("b", identity),
                new Connection("b", identity + " "),
                new Connection("c", identity));
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void refusesAnIdentityThatIsTooLong(TestDatabase database) {
        store(database, new Connection("b", Some.text(100)));
        assertThatThrownBy(() -> store(database, new Connection("b", Some.text(101))))
                .isInstanceOf(RuntimeException.class);
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void keepsTheHistoryOfADeletedContact(TestDatabase database) {
        var contact = Some.contact();
        var phone = contact.defaultConnection().orElseThrow();
        store(database, contact, phone);
        var said = new IncomingMessage(phone, "hi");
        var row = Message.incoming(said, null, Instant.now());
        store(database, row, new Transmission(row, phone, Instant.now()));

        database.run(
                entities ->
                        entities.createQuery("delete from Contact c where c.id = :id")
                                .setParameter("id", contact.getId())
                                .executeUpdate());

        database.run(
                entities -> {
                    assertThat(entities.find(Contact.class, contact.getId())).isNull();
                    assertThat(entities.find(Connection.class, phone.getId()).contact()).isEmpty();
                    assertThat(entities.find(Message.class, row.getId()).getText()).isEqualTo("hi");
                });
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void takesAGatewaysIdOnceForEachBackend(TestDatabase database) {
        var id = Some.text();
        store(database, incoming("one", id), incoming("two", id));
        refuses(database, incoming("one", id));
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void takesAnyNumberOfMessagesWithoutAGatewaysId(TestDatabase database) {
        store(database, incoming("one", ""), incoming("one", ""));
    }

    private static Message incoming(String backend, String externalId) {
        var phone = new Connection(backend, "1");
        return Message.incoming(
                new IncomingMessage(phone, "hi", Map.of("external_id", externalId)),
                null,
                Instant.now());
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void takesAPhoneOnceForEachMessage(TestDatabase database) {
        var phone = Some.connection();
        var row = Message.outgoing(new OutgoingMessage(List.of(phone), "hi"), null, Instant.now());
        store(database, phone, row, new Transmission(row, phone, Instant.now()));
        refuses(database, new Transmission(row, phone, Instant.now()));
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void keepsTextsOfAnyLengthAndScript(TestDatabase database) {
        var text = Some.unicodeText(50_000) + "\n\r\t'\"\\";
        var row =
                Message.incoming(
                        new IncomingMessage(Some.connection(), text),
                        "{\"a\":\"b\"}",
                        Instant.now());
        store(database, row);
        var found = database.ask(entities -> entities.find(Message.class, row.getId()));
        assertThat(found.getText()).isEqualTo(text);
        assertThat(found.getFields()).isEqualTo("{\"a\":\"b\"}");
        assertThat(found.getStatus()).isEqualTo(Status.QUEUED);
        assertThat(found.getDirection()).isEqualTo(Direction.INCOMING);
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void keepsTheAnswerWhenTheQuestionIsDeleted(TestDatabase database) {
        var asked = new IncomingMessage(Some.connection(), "hi");
        var question = Message.incoming(asked, null, Instant.now());
        var answer = Message.outgoing(asked.respond("ho"), question, Instant.now());
        store(database, question, answer);
        database.run(
                entities ->
                        entities.createQuery("delete from Message m where m.id = :id")
                                .setParameter("id", question.getId())
                                .executeUpdate());
        var found = database.ask(entities -> entities.find(Message.class, answer.getId()));
        assertThat(found.getInResponseTo()).isNull();
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void refusesAStatusThatIsNone(TestDatabase database) {
        assertThatThrownBy(
                        () ->
                                database.run(
                                        entities ->
                                                entities.createNativeQuery(
                                                                "insert into message (id, message_id,"
                                                                        + " direction, status, text, date)"
                                                                        + " values (-1, 'x', 'O', 'X', '',"
                                                                        + " current_timestamp)",
                                                                Object.class)
                                                        .executeUpdate()))
                .isInstanceOf(ConstraintViolationException.class);
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void keepsWhatATesterSaid(TestDatabase database) {
        var said = BackendMessage.incoming("message_tester", "1", "x".repeat(80), "name");
        store(database, said);
        var found = database.ask(entities -> entities.find(BackendMessage.class, said.getId()));
        assertThat(found).hasToString("x".repeat(60));
        assertThat(found.isIncoming()).isTrue();
    }

    private static void store(TestDatabase database, Object... rows) {
        database.run(entities -> List.of(rows).forEach(entities::persist));
    }

    private static void refuses(TestDatabase database, Object row) {
        assertThatThrownBy(() -> store(database, row))
                .hasStackTraceContaining("ConstraintViolationException");
    }
}
