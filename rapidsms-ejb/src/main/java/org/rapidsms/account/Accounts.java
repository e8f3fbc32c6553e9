package org.rapidsms.account;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.util.Map;
import java.util.Optional;

/** The users of the console. Passwords are kept as PBKDF2 hashes (NIST SP 800-132). */
@Stateless
@PermitAll
public class Accounts {

    /** The fewest characters of a password (NIST SP 800-63B §5.1.1.1). */
    public static final int SHORTEST_PASSWORD = 8;

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

    /** Makes a user who may see all pages. */
    public void addAdministrator(String username, String password) {
        entities.persist(new User(username, hash.generate(password.toCharArray()), true));
    }

    /** The user of this name, if the password is theirs. */
    public Optional<User> verify(String username, char[] password) {
        var user =
                entities.createQuery("select u from User u where u.username = :name", User.class)
                        .setParameter("name", username)
                        .getResultStream()
                        .findFirst();
        if (user.isEmpty()) {
            // As long as for a user who is there, so that the time tells no names.
            hash.generate(password);
        }
        return user.filter(u -> hash.verify(password, u.password()));
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
