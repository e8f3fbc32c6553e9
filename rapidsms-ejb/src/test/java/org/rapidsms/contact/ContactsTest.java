package org.rapidsms.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rapidsms.message.IncomingMessage;
import org.rapidsms.message.Message;
import org.rapidsms.message.Transmission;
import org.rapidsms.schema.TestDatabase;
import org.rapidsms.testing.Some;

/** How contacts are stored, found and listed. */
class ContactsTest {

    private static final String DATABASES = "org.rapidsms.schema.TestDatabase#all";

    private static final ContactField<String> VILLAGE = SomeField.text("village");
    private static final ContactFields FIELDS =
            ContactFields.of(List.of(VILLAGE, SomeField.text("secret").unsearched()));

    /** Tells the contacts of one test from those of others. */
    private final String mark = Some.text(8);

    @ParameterizedTest
    @MethodSource(DATABASES)
    void listsByNameWhateverTheCapitals(TestDatabase database) {
        Stream.of("bea", "Ann", "Cid", "ann").forEach(name -> add(database, name, phone()));

        assertThat(names(database, ContactOrder.NAME)).containsExactly("Ann", "ann", "bea", "Cid");
        assertThat(names(database, ContactOrder.NEWEST))
                .containsExactly("ann", "Cid", "Ann", "bea");
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void goesOnWhereAPageEnded(TestDatabase database) {
        Stream.of("b", "a", "c", "a").forEach(name -> add(database, name, phone()));
        for (var order : ContactOrder.values()) {
            var all = ids(ask(database, c -> c.first(mark, order, 9)));
            var rest = ask(database, c -> c.after(all.get(1), mark, order, 9));
            var before = ask(database, c -> c.after(all.get(1), mark, order.reversed(), 9));

            assertThat(ids(rest)).isEqualTo(all.subList(2, 4));
            assertThat(ids(before)).isEqualTo(all.subList(0, 1));
        }
        assertThat(
                        ContactsTest.<List<Contact>>ask(
                                database, c -> c.after(-1, mark, ContactOrder.NAME, 9)))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void findsPartsOfNamesIdentitiesAndBackends(TestDatabase database) {
        var phone = new Phone("mtn-" + mark, "+256" + mark.toUpperCase(Locale.ROOT));
        var id = add(database, "100% Élodie_" + mark, phone);

        Stream.of("ÉLODIE_" + mark, "% élodie_" + mark, "256" + mark, "MTN-" + mark)
                .forEach(part -> assertThat(found(database, part)).as(part).containsExactly(id));
        assertThat(found(database, "élodie%" + mark)).isEmpty();
        assertThat(found(database, mark + "!")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void takesOverAPhoneThatNobodyOwns(TestDatabase database) {
        var phone = phone();
        database.run(e -> e.persist(new Connection(phone.backend(), phone.identity())));

        var id = add(database, "Ann", phone);

        assertThat(ask(database, c -> c.owners(List.of(phone))).get(phone).getId()).isEqualTo(id);
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void takesNobodysPhoneAway(TestDatabase database) {
        var phone = phone();
        var ann = add(database, "Ann", phone);

        assertThatThrownBy(() -> add(database, "Bob", phone)).isInstanceOf(TakenException.class);

        assertThat(ids(ask(database, c -> c.first(mark, ContactOrder.NAME, 9))))
                .containsExactly(ann);
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void releasesThePhonesThatAreNotNamedAnyMore(TestDatabase database) {
        var old = phone();
        var kept = phone();
        var id = add(database, "Ann", old, kept);
        var made = ask(database, c -> c.find(id)).orElseThrow().getModifiedOn();

        var changed = List.of(kept, phone());
        assertThat(
                        ContactsTest.<Boolean>ask(
                                database,
                                c -> c.change(id, "Ann " + mark, "pt-BR", changed, Map.of())))
                .isTrue();

        var ann = ask(database, c -> c.find(id)).orElseThrow();
        assertThat(ann.getConnections().stream().map(Phone::of))
                .containsExactlyInAnyOrderElementsOf(changed);
        assertThat(ann.getLanguage()).isEqualTo("pt-BR");
        assertThat(ann.getModifiedOn()).isAfter(made);
        assertThat(ContactsTest.<Map<Phone, Contact>>ask(database, c -> c.owners(List.of(old))))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void deletesAContactAndNothingElse(TestDatabase database) {
        var phone = phone();
        var id = add(database, "Ann", phone);
        var row =
                database.ask(
                        entities -> {
                            var n =
                                    contacts(entities)
                                            .connections
                                            .lookup(phone.backend(), phone.identity());
                            var message =
                                    Message.incoming(
                                            new IncomingMessage(n, "hi"), null, Instant.now());
                            entities.persist(message);
                            entities.persist(new Transmission(message, n, Instant.now()));
                            return message.getId();
                        });

        assertThat(ContactsTest.<Boolean>ask(database, c -> c.delete(id))).isTrue();
        assertThat(ContactsTest.<Boolean>ask(database, c -> c.delete(id))).isFalse();

        assertThat(ContactsTest.<Optional<Contact>>ask(database, c -> c.find(id))).isEmpty();
        assertThat(database.ask(e -> e.find(Message.class, row)).getText()).isEqualTo("hi");
        assertThat(ContactsTest.<Map<Phone, Contact>>ask(database, c -> c.owners(List.of(phone))))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void storesManyOrNone(TestDatabase database) {
        var many = Contacts.BATCH * 2 + 1;
        var first = phone();
        var contacts =
                Stream.concat(Stream.of(first), IntStream.range(1, many).mapToObj(i -> phone()))
                        .map(p -> new NewContact(mark, "", List.of(p), Map.of()))
                        .toList();

        assertThat(ContactsTest.<Integer>ask(database, c -> c.addAll(contacts.iterator(), n -> {})))
                .isEqualTo(many);
        assertThat(count(database)).isEqualTo(many);

        var more =
                Stream.concat(
                        IntStream.range(0, Contacts.BATCH)
                                .mapToObj(
                                        i -> new NewContact(mark, "", List.of(phone()), Map.of())),
                        Stream.of(new NewContact("Thief", "", List.of(first), Map.of())));
        assertThatThrownBy(() -> ask(database, c -> c.addAll(more.iterator(), n -> {})))
                .isInstanceOfSatisfying(
                        TakenException.class, e -> assertThat(e.phone()).isEqualTo(first));
        assertThat(count(database)).isEqualTo(many);
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void keepsWhatIsKnownInFields(TestDatabase database) {
        var id = addWith(database, Map.of("village", "Gulu"));

        database.run(e -> e.find(Contact.class, id).set(VILLAGE, "Lira"));
        assertThat(ask(database, c -> c.find(id)).orElseThrow().get(VILLAGE)).contains("Lira");

        change(database, id, Map.of("village", ""));
        assertThat(ask(database, c -> c.find(id)).orElseThrow().get(VILLAGE)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void keepsTheValuesOfAFieldWhoseAppIsGone(TestDatabase database) {
        var gone = SomeField.text("gone");
        var id = addWith(database, Map.of());
        database.run(e -> e.find(Contact.class, id).set(gone, "kept"));

        change(database, id, Map.of("village", "Gulu"));

        var found = ask(database, c -> c.find(id)).orElseThrow();
        assertThat(found.written()).isEqualTo(Map.of("village", "Gulu", "gone", "kept"));
        assertThat(found.get(gone)).contains("kept");
        assertThat(ContactsTest.<Boolean>ask(database, c -> c.delete(id))).isTrue();
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void findsPartsOfValuesOfFieldsThatAreSearched(TestDatabase database) {
        var id =
                addWith(
                        database,
                        Map.of("village", "Élan " + mark + "%", "secret", "No" + mark + "Body"));

        assertThat(found(database, "élan " + mark.toUpperCase(Locale.ROOT))).containsExactly(id);
        assertThat(found(database, mark + "%")).containsExactly(id);
        assertThat(found(database, mark + "_")).isEmpty();
        assertThat(found(database, "no" + mark)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void findsValuesThatVeryManyHave(TestDatabase database) {
        var contacts =
                IntStream.range(0, 2 * Contacts.BATCH)
                        .mapToObj(
                                i ->
                                        new NewContact(
                                                "%04d".formatted(i),
                                                "",
                                                List.of(phone()),
                                                Map.of("village", "v-" + mark)));
        ask(database, c -> c.addAll(contacts.iterator(), n -> {}));

        List<Contact> page = ask(database, c -> c.first("V-" + mark, ContactOrder.NAME, 3));
        assertThat(page).extracting(Contact::getName).containsExactly("0000", "0001", "0002");
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void readsAPageInAsManyQueriesAsOneContact(TestDatabase database) {
        IntStream.range(0, 5).forEach(i -> addWith(database, Map.of("village", mark + i)));
        var statistics = database.entities().getStatistics();
        statistics.setStatisticsEnabled(true);
        try {
            statistics.clear();
            ask(database, c -> c.first(mark, ContactOrder.NAME, 1)).get(0).written();
            var one = statistics.getPrepareStatementCount();
            statistics.clear();
            List<Contact> five = ask(database, c -> c.first(mark, ContactOrder.NAME, 9));
            assertThat(five)
                    .hasSize(5)
                    .allSatisfy(each -> assertThat(each.get(VILLAGE)).isPresent());
            assertThat(statistics.getPrepareStatementCount()).isEqualTo(one);
        } finally {
            statistics.setStatisticsEnabled(false);
        }
    }

    private long addWith(TestDatabase database, Map<String, String> values) {
        return ask(database, c -> c.add("Ann", "", List.of(phone()), values)).getId();
    }

    private static void change(TestDatabase database, long id, Map<String, String> values) {
        assertThat(
                        ContactsTest.<Boolean>ask(
                                database, c -> c.change(id, "Ann", "", List.of(), values)))
                .isTrue();
    }

    private long count(TestDatabase database) {
        return database.ask(
                entities ->
                        entities.createQuery(
                                        "select count(c) from Contact c where c.name = :mark",
                                        Long.class)
                                .setParameter("mark", mark)
                                .getSingleResult());
    }

    private Phone phone() {
        return new Phone("b", mark + Some.text());
    }

    private static long add(TestDatabase database, String name, Phone... phones) {
        return ask(database, c -> c.add(name, "", List.of(phones), Map.of())).getId();
    }

    private List<String> names(TestDatabase database, ContactOrder order) {
        return ask(database, c -> c.first(mark, order, 9)).stream().map(Contact::getName).toList();
    }

    private static List<Long> found(TestDatabase database, String search) {
        return ids(ask(database, c -> c.first(search, ContactOrder.NAME, 9)));
    }

    private static List<Long> ids(List<Contact> contacts) {
        return contacts.stream().map(Contact::getId).toList();
    }

    private static <T> T ask(TestDatabase database, Function<Contacts, T> question) {
        return database.ask(entities -> question.apply(contacts(entities)));
    }

    private static Contacts contacts(EntityManager manager) {
        return TestContacts.in(manager, FIELDS);
    }
}
