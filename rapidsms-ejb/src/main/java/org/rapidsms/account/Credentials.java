package org.rapidsms.account;

import jakarta.persistence.EntityManager;
import org.rapidsms.account.AccountException.Problem;

/** Which names and passwords a user may have. */
final class Credentials {

    private Credentials() {}

    /** The name, without the blanks around it. */
    private static String username(String typed) {
        var name = typed == null ? "" : typed.strip();
        refuseIf(name.isEmpty(), Problem.USERNAME_MISSING);
        refuseIf(name.length() > User.USERNAME_LENGTH, Problem.USERNAME_TOO_LONG);
        refuseIf(name.codePoints().anyMatch(Credentials::isStrange), Problem.USERNAME_STRANGE);
        return name;
    }

    /** A name that nobody else has, for the user of this number, or for a new one: null. */
    static String freeUsername(EntityManager entities, String typed, Long user) {
        var name = username(typed);
        boolean isTaken =
                entities.createQuery(
                                "select u.id from User u where lower(u.username) = lower(:name)",
                                Long.class)
                        .setParameter("name", name)
                        .getResultStream()
                        .anyMatch(id -> !id.equals(user));
        refuseIf(isTaken, Problem.USERNAME_TAKEN);
        return name;
    }

    /** The password as it is: blanks count, wherever they stand. */
    static String password(String typed, String username) {
        int length = typed == null ? 0 : typed.length();
        refuseIf(length < Accounts.SHORTEST_PASSWORD, Problem.PASSWORD_SHORT);
        refuseIf(length > Accounts.LONGEST_PASSWORD, Problem.PASSWORD_LONG);
        refuseIf(typed.equalsIgnoreCase(username), Problem.PASSWORD_IS_USERNAME);
        return typed;
    }

    static void refuseIf(boolean wrong, Problem problem) {
        if (wrong) {
            throw new AccountException(problem);
        }
    }

    private static boolean isStrange(int c) {
        boolean isLoneSurrogate = Character.MIN_SURROGATE <= c && c <= Character.MAX_SURROGATE;
        return c == ',' || Character.isISOControl(c) || isLoneSurrogate;
    }
}
