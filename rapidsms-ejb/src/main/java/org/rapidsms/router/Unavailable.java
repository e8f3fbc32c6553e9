package org.rapidsms.router;

import jakarta.resource.ResourceException;
import java.sql.SQLException;
import java.util.Set;
import javax.transaction.xa.XAException;

/** Tells a database that cannot do its work from one that refuses what it is given. */
final class Unavailable {

    /**
     * Classes of SQLSTATE: no connection, deadlock, no room or too many connections, shut down by
     * somebody, trouble of the system; and H2's lock that did not come free.
     */
    private static final Set<String> CLASSES = Set.of("08", "40", "53", "57", "58", "HY");

    private Unavailable() {}

    /** Whether something failed only because the database could not do its work just then. */
    static boolean isCauseOf(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ResourceException || cause instanceof XAException) {
                return true;
            }
            if (cause instanceof SQLException e
                    && e.getSQLState() != null
                    && CLASSES.contains(e.getSQLState().substring(0, 2))) {
                return true;
            }
        }
        return false;
    }
}
