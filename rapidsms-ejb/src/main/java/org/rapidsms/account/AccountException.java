package org.rapidsms.account;

import jakarta.ejb.ApplicationException;

/** What was asked for a user or a group cannot be; nothing was stored. */
@ApplicationException(rollback = true)
public class AccountException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why not. */
    public enum Problem {
        USERNAME_MISSING("a user needs a name"),
        USERNAME_TOO_LONG("a user’s name has at most 100 characters"),
        USERNAME_STRANGE("a user’s name is one line of visible characters, without commas"),
        USERNAME_TAKEN("there is a user of this name already"),
        USERNAME_UNKNOWN("there is no user of this name"),
        PASSWORD_SHORT("a password has at least 8 characters"),
        PASSWORD_LONG("a password has at most 200 characters"),
        PASSWORD_IS_USERNAME("a password must not be the user’s name"),
        ONESELF("nobody deletes, deactivates or takes the staff’s rights from themselves"),
        LAST_STAFF("there must be an active user of the staff left"),
        GROUP_RESERVED("user and staff are roles of RapidSMS itself"),
        GROUP_TAKEN("there is a group of this name already");

        private final String words;

        Problem(String words) {
            this.words = words;
        }
    }

    private final Problem problem;

    AccountException(Problem problem) {
        super(problem.words);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
