package org.rapidsms.account;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import org.rapidsms.account.AccountException.Problem;

/** The users of the console. Passwords are kept as PBKDF2 hashes (NIST SP 800-132). */
@Stateless
@PermitAll
public class Accounts {

    /** The fewest characters of a password (NIST SP 800-63B §5.1.1.1). */
    public static final int SHORTEST_PASSWORD = 8;

    /** The most: what takes longer to type is no password, but a test of the server's patience. */
    public static final int LONGEST_PASSWORD = 200;

    private static final Map<String, String> STRENGTH =
            Map.of(
                    "Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA512",
                    "Pbkdf2PasswordHash.Iterations", "210000",
                    "Pbkdf2PasswordHash.SaltSizeBytes", "32");

    @PersistenceContext EntityManager entities;

    @Inject Pbkdf2PasswordHash hash;

    @PostConstruct
    void strengthen() {
        hash.initialize(STRENGTH);
    }

    /** Whether nobody can log in yet. */
    public boolean isEmpty() {
        return entities.createQuery("select 1 from User u")
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /**
     * Makes a user who may log in from now on.
     *
     * @param staff whether all pages are open, those of administrators too
     * @throws AccountException if there is a user of this name, whatever its capitals, or the name
     *     or the password cannot be; it says which
     */
    public User add(String username, String password, boolean staff) {
        var name = Credentials.freeUsername(entities, username, null);
        var user = new User(name, hashed(Credentials.password(password, name)), staff);
        entities.persist(user);
        return user;
    }

    /**
     * Gives a user another password, without asking for the current one.
     *
     * @throws AccountException if there is no user of this name, or the password cannot be
     */
    public void setPassword(String username, String password) {
        var user = find(username).orElseThrow(() -> new AccountException(Problem.USERNAME_UNKNOWN));
        user.changePassword(hashed(Credentials.password(password, username)));
    }

    private String hashed(String password) {
        return hash.generate(password.toCharArray());
    }

    /** The active user of this name, if the password is theirs. */
    public Optional<User> verify(String username, char[] password) {
        var user = find(username).filter(User::isActive);
        if (user.isEmpty()) {
            // As long as for a user who is there, so that the time tells no names.
            hash.generate(password);
        }
        return user.filter(u -> hash.verify(password, u.password()));
    }

    private Optional<User> find(String username) {
        return entities.createQuery("select u from User u where u.username = :name", User.class)
                .setParameter("name", username)
                .getResultStream()
                .findFirst();
    }

    /** Who logs in by this name and password, if they are right. */
    public Optional<Login> logIn(String username, char[] password) {
        return verify(username, password).map(Accounts::login);
    }

    /** What somebody who has logged in may still see; nothing if the user is gone or not active. */
    public Optional<Login> stillLoggedIn(long id) {
        return entities.createQuery(
                        "select distinct u from User u left join fetch u.groups"
                                + " where u.id = :id and u.active = true",
                        User.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .map(Accounts::login);
    }

    private static Login login(User user) {
        var roles = new HashSet<String>();
        user.getGroups().forEach(group -> roles.add(group.getName()));
        roles.add(AccountStore.USER);
        if (user.isStaff()) {
            roles.add(AccountStore.STAFF);
        }
        return new Login(user.getId(), user.getUsername(), roles);
    }

    /**
     * Gives a user another password.
     *
     * @return whether the current one was right; if not, nothing has changed
     */
    public boolean changePassword(String username, char[] current, char[] chosen) {
        var user = verify(username, current);
        user.ifPresent(u -> u.changePassword(hash.generate(chosen)));
        return user.isPresent();
    }
}
