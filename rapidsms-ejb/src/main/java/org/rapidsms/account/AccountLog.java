package org.rapidsms.account;

import static org.jboss.logging.Logger.Level.INFO;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What is logged of accounts: numbers 600 to 699. */
@MessageLogger(projectCode = "RSMS", length = 5)
interface AccountLog {

    AccountLog LOG =
            Logger.getMessageLogger(
                    MethodHandles.lookup(), AccountLog.class, "org.rapidsms.account");

    @LogMessage(level = INFO)
    @Message(id = 600, value = "The console is at %s")
    void ready(String address);

    @LogMessage(level = INFO)
    @Message(
            id = 601,
            value = "There was no user yet. Log in as %s, with the password that %s sets")
    void chosen(String username, String property);

    @LogMessage(level = INFO)
    @Message(
            id = 602,
            value =
                    "There was no user yet. Log in as %s with the password %s"
                            + " (it is printed this once)")
    void printed(String username, String password);
}
