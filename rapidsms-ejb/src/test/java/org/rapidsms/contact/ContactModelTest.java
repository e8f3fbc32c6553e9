package org.rapidsms.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rapidsms.admin.Companion;
import org.rapidsms.admin.Entry;
import org.rapidsms.admin.Listing;
import org.rapidsms.admin.RefusedException;
import org.rapidsms.schema.TestDatabase;
import org.rapidsms.testing.Some;

/** How administrators find, add, change and delete rows; contacts stand for all entities. */
class ContactModelTest {

    private static final String DATABASES = "org.rapidsms.schema.TestDatabase#all";

    private final String mark = Some.text(8);

    @ParameterizedTest
    @MethodSource(DATABASES)
    void goesOnWhereAPageEndedInBothDirections(TestDatabase database) {
        var ids = IntStream.range(0, 5).mapToLong(i -> add(database, mark + i)).boxed().toList();

        assertThat(list(database, mark, Long.MAX_VALUE, false))
                .containsExactly(ids.get(4), ids.get(3), ids.get(2));
        assertThat(list(database, mark, ids.get(2), false)).containsExactly(ids.get(1), ids.get(0));
        assertThat(list(database, mark, ids.get(1), true))
                .containsExactly(ids.get(2), ids.get(3), ids.get(4));
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void findsTheBeginningOfANameWhateverItsCapitalsAndANumber(TestDatabase database) {
        var id = add(database, mark + "_% Élodie");

        for (var search : List.of(mark.toUpperCase(Locale.ROOT) + "_% é", String.valueOf(id))) {
            assertThat(list(database, search, Long.MAX_VALUE, false)).contains(id);
        }
        assertThat(list(database, mark + "%x", Long.MAX_VALUE, false)).isEmpty();
        assertThat(list(database, "Élodie" + mark, Long.MAX_VALUE, false)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void changesWhatWasTyped(TestDatabase database) {
        var id = add(database, mark);
        database.run(e -> model(e).edit(e.find(Contact.class, id), entry(mark + " new", "PT_br")));

        var found = database.ask(e -> e.find(Contact.class, id));

        assertThat(found.getName()).isEqualTo(mark + " new");
        assertThat(found.getLanguage()).isEqualTo("pt-BR");
        assertThatThrownBy(() -> database.run(e -> model(e).add(entry(mark, "no language!"))))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        e -> assertThat(e.refusals().get(0).field()).isEqualTo("language"));
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void saysWhatDeletingLeavesBehindAndDoesIt(TestDatabase database) {
        var id = add(database, mark);
        var phone = new Connection("b", mark);
        database.run(
                e -> {
                    phone.assignTo(e.find(Contact.class, id));
                    e.persist(phone);
                });

        assertThat(
                        database.<List<Companion>>ask(
                                e -> model(e).alongWithDelete(e.find(Contact.class, id))))
                .containsExactly(new Companion("along.connections", 1, false));
        database.run(e -> model(e).delete(e.find(Contact.class, id)));

        assertThat(database.<Contact>ask(e -> e.find(Contact.class, id))).isNull();
        assertThat(
                        database.<Connection>ask(e -> e.find(Connection.class, phone.getId()))
                                .getContact())
                .isNull();
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void countsNotBeyondAThousand(TestDatabase database) {
        var id = add(database, mark);
        database.run(
                e -> {
                    var contact = e.find(Contact.class, id);
                    IntStream.range(0, 1001)
                            .mapToObj(i -> new Connection("b", mark + i))
                            .forEach(
                                    n -> {
                                        n.assignTo(contact);
                                        e.persist(n);
                                    });
                });

        assertThat(
                        database.<List<Companion>>ask(
                                e -> model(e).alongWithDelete(e.find(Contact.class, id))))
                .containsExactly(new Companion("along.connections", 1000, true));
    }

    private static long add(TestDatabase database, String name) {
        return database.ask(e -> model(e).add(entry(name, "")).getId());
    }

    private static List<Long> list(TestDatabase database, String search, long key, boolean newer) {
        Function<EntityManager, List<Long>> question =
                e ->
                        model(e).list(new Listing(search, Map.of(), key, newer, 3)).stream()
                                .map(Contact::getId)
                                .toList();
        return database.ask(question);
    }

    private static Entry entry(String name, String language) {
        return new Entry(Map.of("name", List.of(name), "language", List.of(language)));
    }

    private static ContactModel model(EntityManager manager) {
        return new ContactModel() {
            {
                entities = manager;
            }
        };
    }
}
