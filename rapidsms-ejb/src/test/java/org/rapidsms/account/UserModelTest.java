package org.rapidsms.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rapidsms.admin.Entry;
import org.rapidsms.admin.RefusedException;
import org.rapidsms.schema.TestDatabase;
import org.rapidsms.testing.Some;

/** What administrators may do to users, and what they may not. */
class UserModelTest {

    private static final String DATABASES = "org.rapidsms.schema.TestDatabase#all";

    private final String caller = Some.text(8);
    private final String other = Some.text(8);

    @ParameterizedTest
    @MethodSource(DATABASES)
    void addsAndChangesAUser(TestDatabase database) {
        var group = new Group(Some.text(8));
        database.run(e -> e.persist(group));
        long id = add(database, other, false);

        edit(database, id, other + "!", Map.of("groups", List.of(group.getId().toString())));

        database.run(
                e -> {
                    var user = e.find(User.class, id);
                    assertThat(user.getUsername()).isEqualTo(other + "!");
                    assertThat(user.getGroups())
                            .extracting(Group::getName)
                            .containsExactly(group.getName());
                    assertThat(user.password()).isEqualTo("hash of long enough");
                });
        edit(database, id, other, Map.of("password", List.of("another one")));
        assertThat(database.ask(e -> e.find(User.class, id)).password())
                .isEqualTo("hash of another one");
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void refusesWhatHurtsOneself(TestDatabase database) {
        long id = add(database, caller, true);
        add(database, other, true);

        refuses(database, "ONESELF", m -> m.delete(m.find(id).orElseThrow()));
        refuses(
                database,
                "ONESELF",
                m ->
                        m.edit(
                                m.find(id).orElseThrow(),
                                entry(caller, Map.of("active", List.of("true")))));
        edit(database, id, caller, Map.of("staff", List.of("true")));
    }

    @Test
    void leavesSomebodyOfTheStaff() {
        TestDatabase.all()
                .forEach(
                        database -> {
                            database.run(
                                    e ->
                                            e.createQuery("delete from User u where u.staff = true")
                                                    .executeUpdate());
                            long id = add(database, other, true);

                            refuses(
                                    database,
                                    "LAST_STAFF",
                                    m -> m.delete(m.find(id).orElseThrow()));
                            refuses(
                                    database,
                                    "LAST_STAFF",
                                    m -> m.edit(m.find(id).orElseThrow(), entry(other, Map.of())));
                            add(database, caller, true);
                            database.run(e -> model(e).delete(e.find(User.class, id)));
                        });
    }

    private long add(TestDatabase database, String name, boolean staff) {
        return database.ask(
                e ->
                        model(e).add(
                                        entry(
                                                name,
                                                Map.of(
                                                        "password", List.of("long enough"),
                                                        "active", List.of("true"),
                                                        "staff", List.of(String.valueOf(staff)))))
                                .getId());
    }

    private void edit(
            TestDatabase database, long id, String name, Map<String, List<String>> typed) {
        var all = new HashMap<>(typed);
        all.putIfAbsent("active", List.of("true"));
        database.run(
                e -> {
                    // There are others of the staff, whoever else runs tests.
                    e.persist(new User(Some.text(12), "hash", true));
                    model(e).edit(e.find(User.class, id), entry(name, all));
                });
    }

    private void refuses(TestDatabase database, String key, Consumer<UserModel> act) {
        assertThatThrownBy(() -> database.run(e -> act.accept(model(e))))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        e -> assertThat(e.refusals().get(0).key()).isEqualTo(key));
    }

    private static Entry entry(String name, Map<String, List<String>> typed) {
        var all = new HashMap<>(typed);
        all.put("username", List.of(name));
        return new Entry(all);
    }

    private UserModel model(EntityManager manager) {
        var model =
                new UserModel() {
                    {
                        entities = manager;
                    }
                };
        model.accounts = new Accounts();
        model.accounts.entities = manager;
        model.accounts.hash = new PlainHash();
        model.caller = () -> caller;
        return model;
    }
}
