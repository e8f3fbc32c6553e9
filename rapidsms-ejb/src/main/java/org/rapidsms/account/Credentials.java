package org.rapidsms.account;

import org.rapidsms.account.AccountException.Problem;

/** Which names and passwords a user may have. */
final class Credentials {

    private Credentials() {}

    /** The name, without the blanks around it. */
    static String username(String typed) {
        var name = typed == null ? "" : typed.strip();
        refuseIf(name.isEmpty(), Problem.USERNAME_MISSING);
        refuseIf(name.length() > User.USERNAME_LENGTH, Problem.USERNAME_TOO_LONG);
        refuseIf(name.codePoints().anyMatch(Credentials::isStrange), Problem.USERNAME_STRANGE);
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
