package org.rapidsms.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rapidsms.account.AccountException.Problem;
import org.rapidsms.schema.TestDatabase;
import org.rapidsms.testing.Some;

/** Who may log in, and what makes a user. */
class AccountsTest {

    private static final String DATABASES = "org.rapidsms.schema.TestDatabase#all";
    private static final String PASSWORD = "correct horse";

    private final String name = Some.text(8);

    @ParameterizedTest
    @MethodSource(DATABASES)
    void whoWasAddedLogsIn(TestDatabase database) {
        ask(database, a -> a.add("  " + name + " ", PASSWORD, false));

        var login = logIn(database, PASSWORD).orElseThrow();

        assertThat(login.username()).isEqualTo(name);
        assertThat(login.roles()).containsExactly("user");
        assertThat(logIn(database, "wrong")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void whatCannotBeIsSaid(TestDatabase database) {
        ask(database, a -> a.add(name, PASSWORD, true));

        Map.of(
                        name.toUpperCase(Locale.ROOT),
                        Problem.USERNAME_TAKEN,
                        " ",
                        Problem.USERNAME_MISSING,
                        "x".repeat(101),
                        Problem.USERNAME_TOO_LONG,
                        "a\nb",
                        Problem.USERNAME_STRANGE,
                        PASSWORD,
                        Problem.PASSWORD_IS_USERNAME)
                .forEach((username, problem) -> refuses(database, username, PASSWORD, problem));
        refuses(database, name + "2", "1234567", Problem.PASSWORD_SHORT);
        refuses(database, name + "2", null, Problem.PASSWORD_SHORT);
        refuses(database, name + "2", "x".repeat(201), Problem.PASSWORD_LONG);
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void aPasswordIsSetWithoutTheOldOne(TestDatabase database) {
        ask(database, a -> a.add(name, PASSWORD, true));
        database.run(e -> accounts(e).setPassword(name, "battery staple"));

        assertThat(logIn(database, PASSWORD)).isEmpty();
        assertThat(logIn(database, "battery staple"))
                .hasValueSatisfying(l -> assertThat(l.roles()).contains("user", "staff"));
        assertThatThrownBy(() -> database.run(e -> accounts(e).setPassword("nobody", PASSWORD)))
                .isInstanceOf(AccountException.class)
                .hasMessage("there is no user of this name");
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void whoIsNotActiveOrGoneIsNobody(TestDatabase database) {
        var id = ask(database, a -> a.add(name, PASSWORD, true)).getId();
        assertThat(still(database, id)).isPresent();

        database.run(e -> e.find(User.class, id).change(name, true, false, Set.of()));
        assertThat(still(database, id)).isEmpty();
        assertThat(logIn(database, PASSWORD)).isEmpty();

        database.run(e -> e.remove(e.find(User.class, id)));
        assertThat(still(database, id)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void aGroupIsARole(TestDatabase database) {
        var group = new Group("nurses " + name);
        database.run(e -> e.persist(group));
        var id = ask(database, a -> a.add(name, PASSWORD, false)).getId();
        database.run(
                e ->
                        e.find(User.class, id)
                                .change(
                                        name,
                                        false,
                                        true,
                                        Set.of(e.find(Group.class, group.getId()))));

        assertThat(still(database, id))
                .hasValueSatisfying(
                        l -> assertThat(l.roles()).containsOnly("user", "nurses " + name));
    }

    private static void refuses(
            TestDatabase database, String username, String password, Problem problem) {
        assertThatThrownBy(() -> ask(database, a -> a.add(username, password, false)))
                .isInstanceOfSatisfying(
                        AccountException.class, e -> assertThat(e.problem()).isEqualTo(problem));
    }

    private Optional<Login> logIn(TestDatabase database, String password) {
        return ask(database, a -> a.logIn(name, password.toCharArray()));
    }

    private static Optional<Login> still(TestDatabase database, long id) {
        return ask(database, a -> a.stillLoggedIn(id));
    }

    private static <T> T ask(TestDatabase database, Function<Accounts, T> question) {
        return database.ask(entities -> question.apply(accounts(entities)));
    }

    static Accounts accounts(EntityManager entities) {
        var accounts = new Accounts();
        accounts.entities = entities;
        accounts.hash = new PlainHash();
        return accounts;
    }
}
