package org.rapidsms.backend.irc;

import org.rapidsms.backend.SendException;
import org.rapidsms.backend.SendFailure;

/** What we are called: as we want to be, or nearly so while somebody else has that nick. */
final class Nick {

    private static final int MOST_TRIED = 3;

    private final String wanted;
    private volatile String now;

    Nick(String wanted) {
        this.wanted = wanted;
        this.now = wanted;
    }

    /** Whether this is what we are called now; case does not matter. */
    boolean is(String nick) {
        return now.equalsIgnoreCase(nick);
    }

    /** Whether this is the nick that we want. */
    boolean isWanted(String nick) {
        return wanted.equalsIgnoreCase(nick);
    }

    String wanted() {
        return wanted;
    }

    void becomes(String nick) {
        now = nick;
    }

    /**
     * Another nick, before the server has welcomed us.
     *
     * @param refused why it does not like this one
     * @throws SendException if there is none left to try
     */
    String next(IrcMessage refused) {
        boolean isWrong = refused.command().equals("432");
        if (isWrong && is(wanted)) {
            throw new SendException(SendFailure.MISCONFIGURED, "432 " + refused.text());
        }
        // A server that thinks it too long says that it is wrong.
        if (isWrong || now.length() - wanted.length() == MOST_TRIED) {
            throw new SendException(SendFailure.UNREACHABLE, "the nick " + wanted + " is taken");
        }
        now += "_";
        return now;
    }

    @Override
    public String toString() {
        return now;
    }
}
