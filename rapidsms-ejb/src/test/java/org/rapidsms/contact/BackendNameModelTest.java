package org.rapidsms.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rapidsms.admin.Companion;
import org.rapidsms.admin.Entry;
import org.rapidsms.admin.Listing;
import org.rapidsms.admin.RefusedException;
import org.rapidsms.backend.Backends;
import org.rapidsms.backend.Callers;
import org.rapidsms.backend.ConfiguredBackend;
import org.rapidsms.backend.Sending;
import org.rapidsms.schema.TestDatabase;
import org.rapidsms.testing.Some;

/** How the connections of a renamed backend move to its new name. */
class BackendNameModelTest {

    private static final String DATABASES = "org.rapidsms.schema.TestDatabase#all";

    private final String gone = "gone-" + Some.text(8);
    private final String here = "here-" + Some.text(8);

    @ParameterizedTest
    @MethodSource(DATABASES)
    void namesThoseOfTheSettingsAndThoseInUse(TestDatabase database) {
        connect(database, gone, "1");

        var rows =
                database.ask(
                        e -> model(e).list(new Listing("", Map.of(), Long.MAX_VALUE, false, 999)));

        assertThat(rows)
                .contains(new BackendName(gone, null), new BackendName(here, "http"))
                .isSortedAccordingTo((a, b) -> a.name().compareTo(b.name()));
        var key = new BackendName(gone, null).id();
        var after = database.ask(e -> model(e).list(new Listing("", Map.of(), key, false, 1)));
        assertThat(after).containsExactly(rows.get(rows.indexOf(new BackendName(gone, null)) + 1));
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void movesAllConnectionsAndSaysHowMany(TestDatabase database) {
        connect(database, gone, "1");
        connect(database, gone, "2");
        own(database, gone, "1");
        var row = new BackendName(gone, null);

        assertThat(database.<List<Companion>>ask(e -> model(e).alongWithEdit(row, to(here))))
                .containsExactly(new Companion("along.moved", 2, false));
        database.run(e -> model(e).edit(row, to(here)));

        assertThat(identities(database, here)).containsExactly("1", "2");
        assertThat(identities(database, gone)).isEmpty();
        assertThat(found(database, here)).hasSize(2);
        assertThat(found(database, gone)).isEmpty();
        assertThat(owners(database, "1 " + here)).hasSize(1);
        assertThat(owners(database, gone)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void refusesToJoinAPhoneThatIsOnBoth(TestDatabase database) {
        connect(database, gone, "1");
        connect(database, here, "1");

        assertThatThrownBy(
                        () ->
                                database.run(
                                        e ->
                                                model(e).alongWithEdit(
                                                                new BackendName(gone, null),
                                                                to(here))))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("refused.twice");
    }

    private static void connect(TestDatabase database, String backend, String identity) {
        database.run(e -> e.persist(new Connection(backend, identity)));
    }

    private static void own(TestDatabase database, String backend, String identity) {
        database.run(
                e -> {
                    var phone = new Phone(backend, identity);
                    contacts(e).add("Ann", "", List.of(phone), Map.of());
                });
    }

    private static List<Contact> owners(TestDatabase database, String words) {
        return database.ask(e -> contacts(e).first(words, ContactOrder.NAME, 9));
    }

    private static Contacts contacts(EntityManager manager) {
        return TestContacts.in(manager, ContactFields.of(List.of()));
    }

    private static List<String> identities(TestDatabase database, String backend) {
        return database.ask(
                e ->
                        e.createQuery(
                                        "select n.identity from Connection n where n.backend = :b"
                                                + " order by n.identity",
                                        String.class)
                                .setParameter("b", backend)
                                .getResultList());
    }

    private static List<Connection> found(TestDatabase database, String words) {
        return database.ask(e -> new Recipients(e).find(words, 9));
    }

    private static Entry to(String backend) {
        return new Entry(Map.of("backend", List.of(backend)));
    }

    private BackendNameModel model(EntityManager manager) {
        var model = new BackendNameModel();
        model.entities = manager;
        model.searchKeys = new SearchKeys(manager);
        model.contacts = new Contacts();
        model.contacts.entities = manager;
        model.backends =
                new Backends() {
                    @Override
                    public Collection<ConfiguredBackend> all() {
                        return List.of(
                                new ConfiguredBackend(
                                        here,
                                        "http",
                                        null,
                                        Optional.empty(),
                                        Sending.USUAL,
                                        Duration.ZERO,
                                        false,
                                        Callers.ANYBODY));
                    }
                };
        return model;
    }
}
