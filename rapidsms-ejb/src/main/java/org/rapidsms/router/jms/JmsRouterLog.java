package org.rapidsms.router.jms;

import static org.jboss.logging.Logger.Level.ERROR;
import static org.jboss.logging.Logger.Level.WARN;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What the router with the queue logs: numbers 160 to 169. */
@MessageLogger(projectCode = "RSMS", length = 5)
interface JmsRouterLog {

    JmsRouterLog LOG =
            Logger.getMessageLogger(
                    MethodHandles.lookup(), JmsRouterLog.class, "org.rapidsms.router");

    @LogMessage(level = WARN)
    @Message(id = 160, value = "The queue does not take message %s, which is stored instead: %s")
    void notKept(String message, String why);

    @LogMessage(level = WARN)
    @Message(id = 161, value = "Letter %s failed at attempt %d and comes again: %s")
    void failed(String letter, int attempt, String why);

    @LogMessage(level = ERROR)
    @Message(id = 162, value = "Letter %s is dead after %d attempts: see the page of dead letters")
    void dead(String letter, int attempts);

    @LogMessage(level = WARN)
    @Message(id = 163, value = "The database is away: message %s waits for it in the spool")
    void spooled(String message);
}
