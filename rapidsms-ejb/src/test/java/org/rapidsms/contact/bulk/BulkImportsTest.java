package org.rapidsms.contact.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rapidsms.contact.Connection;
import org.rapidsms.contact.Contact;
import org.rapidsms.contact.ContactField;
import org.rapidsms.contact.ContactFields;
import org.rapidsms.contact.ContactOrder;
import org.rapidsms.contact.Contacts;
import org.rapidsms.contact.Phone;
import org.rapidsms.contact.SomeField;
import org.rapidsms.contact.TakenException;
import org.rapidsms.contact.TestContacts;
import org.rapidsms.contact.bulk.BulkImport.State;
import org.rapidsms.schema.TestDatabase;
import org.rapidsms.testing.Some;

/** How a file of contacts waits, and is stored wholly or not at all, on real databases. */
class BulkImportsTest {

    private static final String DATABASES = "org.rapidsms.schema.TestDatabase#all";
    private static final ContactField<String> VILLAGE = SomeField.text("village");
    private static final ContactFields FIELDS = ContactFields.of(List.of(VILLAGE));

    private final String mark = Some.text(8);
    private final List<Long> told = new ArrayList<>();

    @ParameterizedTest
    @MethodSource(DATABASES)
    void storesAllContactsOfAFile(TestDatabase database) {
        long id = begin(database);
        int many = 2 * Contacts.BATCH + 7;
        for (int from = 0; from < many; from += Contacts.BATCH) {
            stage(database, id, lines(from, Math.min(many, from + Contacts.BATCH)));
        }
        run(database, i -> i.move(id, State.CHECKING, State.CHECKED));

        assertThat(this.<Boolean>ask(database, i -> i.confirm(id))).isTrue();
        assertThat(this.<Boolean>ask(database, i -> i.confirm(id))).isFalse();
        run(database, i -> i.store(id));
        run(database, i -> i.tidy(id));

        var file = latest(database);
        assertThat(file.getState()).isEqualTo(State.STORED);
        assertThat(file.getContacts()).isEqualTo(many);
        assertThat(this.<List<StagedLine>>ask(database, i -> i.linesAfter(id, -1, 9))).isEmpty();
        assertThat(told).containsExactly((long) Contacts.BATCH, 2L * Contacts.BATCH, (long) many);
        var stored = contacts(database);
        assertThat(stored).hasSize(many);
        assertThat(stored.get(0).get(VILLAGE)).contains("Village 0");
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void linesThatGoOnAreOneContactAcrossPagesToo(TestDatabase database) {
        long id = begin(database);
        var lines = lines(0, Contacts.BATCH - 1);
        lines.add(line(Contacts.BATCH, false));
        stage(database, id, lines);
        stage(
                database,
                id,
                List.of(line(Contacts.BATCH + 1, true), line(Contacts.BATCH + 2, true)));
        finish(database, id);

        assertThat(latest(database).getContacts()).isEqualTo(Contacts.BATCH);
        assertThat(contacts(database))
                .hasSize(Contacts.BATCH)
                .filteredOn(contact -> contact.getConnections().size() == 3)
                .hasSize(1);
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void storesNothingIfOnePhoneIsTakenMeanwhile(TestDatabase database) {
        long id = begin(database);
        stage(database, id, lines(0, Contacts.BATCH + 1));
        run(database, i -> i.move(id, State.CHECKING, State.CHECKED));
        run(database, i -> i.confirm(id));
        database.run(
                entities -> {
                    var thief = new Contact("Thief");
                    entities.persist(thief);
                    var phone = new Connection(mark, String.valueOf(Contacts.BATCH));
                    phone.assignTo(thief);
                    entities.persist(phone);
                });

        assertThatThrownBy(() -> run(database, i -> i.store(id)))
                .isInstanceOf(TakenException.class);

        assertThat(contacts(database)).isEmpty();
        run(database, i -> i.accuse(id, "TAKEN", taken((long) Contacts.BATCH)));
        run(database, i -> i.move(id, State.STORING, State.CHECKED));
        assertThat(latest(database).getFaulty()).isOne();
        assertThat(this.<Boolean>ask(database, i -> i.confirm(id))).isFalse();
        List<StagedLine> faulty = ask(database, i -> i.faultyAfter(id, -1, 9));
        assertThat(faulty).extracting(StagedLine::getDetail).containsExactly("Thief");
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void storesNothingOfWhatWasDropped(TestDatabase database) {
        long id = begin(database);
        stage(database, id, lines(0, 3));
        run(database, i -> i.move(id, State.CHECKING, State.CHECKED));
        run(database, i -> i.confirm(id));

        assertThatThrownBy(
                        () ->
                                database.run(
                                        entities -> {
                                            var imports = imports(entities);
                                            imports.progress =
                                                    new Progress() {
                                                        @Override
                                                        public void tell(long of, long stored) {
                                                            imports.drop(mark);
                                                        }
                                                    };
                                            imports.store(id);
                                        }))
                .isInstanceOf(StoppedException.class);

        assertThat(contacts(database)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void storesNothingOfWhatWasDroppedBeforeItsTurn(TestDatabase database) {
        long id = begin(database);
        stage(database, id, lines(0, 3));
        run(database, i -> i.drop(mark));

        assertThatThrownBy(() -> run(database, i -> i.store(id)))
                .isInstanceOf(StoppedException.class);
        assertThatThrownBy(() -> run(database, i -> i.accuse(id, "TAKEN", taken())))
                .isInstanceOf(StoppedException.class);
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void accusesThoseLinesAndNoneBetweenThem(TestDatabase database) {
        long id = begin(database);
        stage(database, id, lines(0, 9));

        run(database, i -> i.accuse(id, "TAKEN", taken(2L, 7L)));
        run(database, i -> i.accuse(id, "TAKEN", taken()));

        assertThat(numbers(database, i -> i.faultyAfter(id, -1, 9))).containsExactly(2L, 7L);
        assertThat(latest(database).getFaulty()).isEqualTo(2);
    }

    private static SortedMap<Long, String> taken(Long... lines) {
        var taken = new TreeMap<Long, String>();
        Stream.of(lines).forEach(line -> taken.put(line, "Thief"));
        return taken;
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void whoChecksLinesThatNobodyWantsStops(TestDatabase database) {
        long id = begin(database);
        run(database, i -> i.drop(mark));

        assertThatThrownBy(() -> stage(database, id, lines(0, 1)))
                .isInstanceOf(StoppedException.class);
        assertThatThrownBy(() -> run(database, i -> i.move(id, State.CHECKING, State.CHECKED)))
                .isInstanceOf(StoppedException.class);
        assertThatThrownBy(
                        () ->
                                database.run(
                                        entities -> {
                                            var progress = new Progress();
                                            progress.entities = entities;
                                            progress.tell(id, 1);
                                        }))
                .isInstanceOf(StoppedException.class);
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void aNewFileTakesThePlaceOfTheUsersLastAndOfNobodyElses(TestDatabase database) {
        long first = begin(database);
        stage(database, first, lines(0, 2));
        long others = ask(database, i -> i.begin("other" + mark, file("other" + mark)));
        long second = begin(database);

        assertThat(latest(database).getId()).isEqualTo(second);
        assertThat(this.<List<StagedLine>>ask(database, i -> i.linesAfter(first, -1, 9))).isEmpty();
        assertThat(ask(database, i -> i.latest("other" + mark)).orElseThrow().getId())
                .isEqualTo(others);
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void findsPhonesThatLinesHaveAlready(TestDatabase database) {
        long id = begin(database);
        var wrong = line(2, false);
        wrong.accuse("LANGUAGE", null, "?");
        stage(database, id, List.of(line(1, false), wrong));

        assertThat(
                        this.<Set<Phone>>ask(
                                database,
                                i ->
                                        i.staged(
                                                id,
                                                List.of(
                                                        new Phone(mark, "1"),
                                                        new Phone(mark, "2"),
                                                        new Phone(mark, "3")))))
                .containsExactly(new Phone(mark, "1"));
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void showsLinesFromBothEnds(TestDatabase database) {
        long id = begin(database);
        var lines = lines(0, 4);
        lines.get(2).accuse("BACKEND", null, "x".repeat(1000));
        stage(database, id, lines);

        assertThat(numbers(database, i -> i.linesAfter(id, 0, 2))).containsExactly(1L, 2L);
        assertThat(numbers(database, i -> i.linesBefore(id, 3, 2))).containsExactly(2L, 1L);
        assertThat(numbers(database, i -> i.faultyAfter(id, -1, 9))).containsExactly(2L);
        assertThat(numbers(database, i -> i.faultyBefore(id, 2, 9))).isEmpty();
    }

    private List<Long> numbers(
            TestDatabase database, Function<BulkImports, List<StagedLine>> question) {
        return ask(database, question).stream().map(StagedLine::getLine).toList();
    }

    private void finish(TestDatabase database, long id) {
        run(database, i -> i.move(id, State.CHECKING, State.CHECKED));
        run(database, i -> i.confirm(id));
        run(database, i -> i.store(id));
    }

    private long begin(TestDatabase database) {
        return ask(database, i -> i.begin(mark, file(mark)));
    }

    private static BulkImport file(String username) {
        return new BulkImport(username, "people.csv", "UTF-8", false, 9);
    }

    private void stage(TestDatabase database, long id, List<StagedLine> lines) {
        run(database, i -> i.stage(id, lines));
    }

    private List<StagedLine> lines(int from, int to) {
        return new ArrayList<>(
                IntStream.range(from, to).mapToObj(number -> line(number, false)).toList());
    }

    private StagedLine line(int number, boolean goesOn) {
        return new StagedLine(
                number,
                goesOn,
                "Contact " + mark,
                "sw",
                new Phone(mark, String.valueOf(number)),
                Map.of("village", "Village " + number));
    }

    private BulkImport latest(TestDatabase database) {
        return ask(database, i -> i.latest(mark)).orElseThrow();
    }

    private List<Contact> contacts(TestDatabase database) {
        return database.ask(
                entities ->
                        TestContacts.in(entities, FIELDS)
                                .first("contact " + mark, ContactOrder.OLDEST, 10_000));
    }

    private void run(TestDatabase database, Consumer<BulkImports> work) {
        database.run(entities -> work.accept(imports(entities)));
    }

    private <T> T ask(TestDatabase database, Function<BulkImports, T> question) {
        return database.ask(entities -> question.apply(imports(entities)));
    }

    private BulkImports imports(EntityManager entities) {
        var imports = new BulkImports();
        imports.entities = entities;
        imports.contacts = TestContacts.in(entities, FIELDS);
        imports.progress =
                new Progress() {
                    @Override
                    public void tell(long id, long stored) {
                        told.add(stored);
                    }
                };
        return imports;
    }
}
