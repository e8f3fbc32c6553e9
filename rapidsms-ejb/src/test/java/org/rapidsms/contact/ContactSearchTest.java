package org.rapidsms.contact;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rapidsms.schema.TestDatabase;
import org.rapidsms.testing.Some;

/** A search finds contacts by what they are now, whoever changed it, and not by what they were. */
class ContactSearchTest {

    private static final String DATABASES = "org.rapidsms.schema.TestDatabase#all";

    /** No test but these has a field of this key: others would be made anew with it. */
    private final SomeField<String> village = SomeField.text("village-" + Some.text());

    private final String before = Some.text();
    private final String now = Some.text();

    @ParameterizedTest
    @MethodSource(DATABASES)
    void byTheNewName(TestDatabase database) {
        var ann = store(database, before);

        database.run(e -> e.find(Contact.class, ann).setName("Ann " + now));

        assertThat(found(database, now)).containsExactly(ann);
        assertThat(found(database, before)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void byAPhoneThatChangesHands(TestDatabase database) {
        var ann = store(database, "Ann", now);
        var bob = store(database, "Bob");

        database.run(e -> phone(e, now).assignTo(e.find(Contact.class, bob)));
        assertThat(found(database, now)).containsExactly(bob);

        database.run(e -> phone(e, now).release());
        assertThat(found(database, now)).isEmpty();

        database.run(e -> phone(e, now).assignTo(e.find(Contact.class, ann)));
        assertThat(found(database, now)).containsExactly(ann);
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void byThePhonesThatAFormNames(TestDatabase database) {
        var ann = store(database, "Ann", before);

        database.run(
                e -> contacts(e).change(ann, "Ann", "", List.of(new Phone("b", now)), Map.of()));

        assertThat(found(database, now)).containsExactly(ann);
        assertThat(found(database, before)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void byNoPhoneThatAnAdministratorHasDeleted(TestDatabase database) {
        var ann = store(database, now, before);

        database.run(e -> connectionModel(e).delete(phone(e, before)));

        assertThat(found(database, now)).containsExactly(ann);
        assertThat(found(database, before)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void byWhatIsKnownInAField(TestDatabase database) {
        var ann = store(database, "Ann");
        database.run(e -> e.find(Contact.class, ann).set(village, before));
        assertThat(found(database, before)).containsExactly(ann);

        database.run(e -> e.find(Contact.class, ann).set(village, "New " + now));
        assertThat(found(database, now)).containsExactly(ann);
        assertThat(found(database, before)).isEmpty();

        database.run(e -> e.find(Contact.class, ann).set(village, null));
        assertThat(found(database, now)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void byEverythingThatAFileBrings(TestDatabase database) {
        var line =
                new NewContact(
                        "Ann " + now,
                        "",
                        List.of(new Phone("b", "2" + now), new Phone("b", "3" + now)),
                        Map.of(village.key(), "4" + now));

        database.ask(e -> contacts(e).addAll(List.of(line).iterator(), n -> {}));

        Stream.of("Ann ", "2", "3", "4")
                .forEach(part -> assertThat(found(database, part + now)).as(part).hasSize(1));
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void byAFieldAsLongAsAnAppSearchesIt(TestDatabase database) {
        var ann = store(database, "Ann", Some.text());
        database.run(e -> e.find(Contact.class, ann).set(village.unsearched(), "In " + now));
        assertThat(found(database, now)).isEmpty();

        start(database, List.of(village.key()));
        assertThat(found(database, "in " + now)).containsExactly(ann);

        start(database, List.of());
        assertThat(found(database, now)).isEmpty();
        assertThat(database.<String>ask(e -> e.find(Contact.class, ann).get(village).orElse("")))
                .isEqualTo("In " + now);
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void manyAtOnceAreSearchedByTheSameAsEachForItself(TestDatabase database) {
        var backend = "B-" + now;
        var ann = store(database, "Élodie", Some.text(), Some.text());
        database.run(e -> e.find(Contact.class, ann).set(village, "Kitgum"));
        database.run(
                e -> {
                    var phone = new Connection(backend, "+1 É");
                    e.persist(phone);
                    phone.assignTo(e.find(Contact.class, ann));
                });
        var key = searchKey(database, ann);

        database.run(e -> new SearchKeys(e).ofBackend(backend, backend));

        assertThat(searchKey(database, ann)).isEqualTo(key).endsWith(" b-" + now + " kitgum");
    }

    /** Letters of all scripts, without pattern: an index could store others in less space. */
    @ParameterizedTest
    @MethodSource(DATABASES)
    void byTheLastOfMoreThanAnIndexCanHold(TestDatabase database) {
        var phones = IntStream.range(0, 30).mapToObj(i -> i + Some.unicodeText(40)).toList();
        var ann = store(database, Some.unicodeText(50), phones.toArray(String[]::new));
        database.run(e -> e.find(Contact.class, ann).set(village, Some.unicodeText(80) + now));
        var last = phones.get(29);

        assertThat(found(database, last)).containsExactly(ann);
        assertThat(found(database, now)).containsExactly(ann);

        database.run(e -> phone(e, last).release());
        assertThat(found(database, last)).isEmpty();

        start(database, List.of(village.key()));
        start(database, List.of());
        assertThat(found(database, phones.get(28))).containsExactly(ann);
        assertThat(found(database, now)).isEmpty();
    }

    /** What the application does when it starts with these fields. */
    private static void start(TestDatabase database, List<String> searched) {
        database.run(e -> new SearchKeys(e).ofFields(searched));
    }

    private static String searchKey(TestDatabase database, long contact) {
        return database.ask(
                e ->
                        e.createQuery(
                                        "select c.searchKey from Contact c where c.id = :id",
                                        String.class)
                                .setParameter("id", contact)
                                .getSingleResult());
    }

    private long store(TestDatabase database, String name, String... identities) {
        var phones = Stream.of(identities).map(identity -> new Phone("b", identity)).toList();
        return database.ask(e -> contacts(e).add(name, "", phones, Map.of())).getId();
    }

    private static Connection phone(EntityManager entities, String identity) {
        return entities.createQuery(
                        "select n from Connection n where n.identity = :identity", Connection.class)
                .setParameter("identity", identity)
                .getSingleResult();
    }

    private List<Long> found(TestDatabase database, String words) {
        return database.ask(e -> contacts(e).first(words, ContactOrder.NAME, 9)).stream()
                .map(Contact::getId)
                .toList();
    }

    private Contacts contacts(EntityManager manager) {
        return TestContacts.in(manager, ContactFields.of(List.of(village)));
    }

    private static ConnectionModel connectionModel(EntityManager manager) {
        return new ConnectionModel() {
            {
                entities = manager;
            }
        };
    }
}
