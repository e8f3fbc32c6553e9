package org.rapidsms.web.accounts;

import static org.jboss.logging.Logger.Level.WARN;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What the login logs: numbers 500 to 509. */
@MessageLogger(projectCode = "RSMS", length = 5)
interface AccountsLog {

    AccountsLog LOG =
            Logger.getMessageLogger(
                    MethodHandles.lookup(), AccountsLog.class, "org.rapidsms.web.accounts");

    @LogMessage(level = WARN)
    @Message(id = 500, value = "A login as %s from %s was refused: wrong name or password")
    void refused(String username, String address);
}
