package org.rapidsms.contact;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rapidsms.schema.TestDatabase;
import org.rapidsms.testing.Some;

/** Row 333 of the conformance list: whom a message may be sent to, on real databases. */
class RecipientsTest {

    private static final String DATABASES = "org.rapidsms.schema.TestDatabase#all";

    private final String backend = Some.text();
    private final Connection ann = new Connection(backend, "+1155501");
    private final Connection nobody = new Connection(backend, "+1155502");

    @ParameterizedTest
    @MethodSource(DATABASES)
    void findsByEveryWord(TestDatabase database) {
        store(database);
        assertThat(find(database, "11")).containsExactly(ann, nobody);
        assertThat(find(database, "11 ann")).containsExactly(ann);
        assertThat(find(database, "  OkOt  ANN ")).containsExactly(ann);
        assertThat(find(database, "ann bob")).isEmpty();
        assertThat(find(database, "_")).isEmpty();
        assertThat(find(database, "%")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void findsSomebodyByTheNewName(TestDatabase database) {
        store(database);
        database.run(
                entities ->
                        entities.find(Contact.class, ann.getContact().getId()).setName("Eve Okot"));

        assertThat(find(database, "eve")).containsExactly(ann);
        assertThat(find(database, "ann")).isEmpty();

        database.run(entities -> entities.find(Connection.class, ann.getId()).release());
        assertThat(find(database, "okot")).isEmpty();
        assertThat(find(database, "5501")).containsExactly(ann);
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void findsNoMoreThanAsked(TestDatabase database) {
        store(database);
        assertThat(find(database, backend, 1)).hasSize(1);
        assertThat(find(database, "", 1)).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void findsByNumberEachOnce(TestDatabase database) {
        store(database);
        var ids = List.of(nobody.getId(), ann.getId(), ann.getId(), -1L);
        assertThat(withIds(database, ids)).containsExactlyInAnyOrder(ann, nobody);
        assertThat(withIds(database, List.of())).isEmpty();
    }

    private void store(TestDatabase database) {
        var contact = new Contact("Ann Okot");
        ann.assignTo(contact);
        database.run(entities -> Stream.of(contact, ann, nobody).forEach(entities::persist));
    }

    private List<Connection> find(TestDatabase database, String words) {
        return find(database, words + " " + backend, 25);
    }

    private static List<Connection> find(TestDatabase database, String words, int most) {
        return database.ask(entities -> recipients(entities).find(words, most));
    }

    private static List<Connection> withIds(TestDatabase database, List<Long> ids) {
        return database.ask(entities -> recipients(entities).withIds(ids));
    }

    private static Recipients recipients(EntityManager entities) {
        return new Recipients(entities);
    }
}
