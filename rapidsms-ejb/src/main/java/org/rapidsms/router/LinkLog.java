package org.rapidsms.router;

import static org.jboss.logging.Logger.Level.DEBUG;
import static org.jboss.logging.Logger.Level.ERROR;
import static org.jboss.logging.Logger.Level.INFO;
import static org.jboss.logging.Logger.Level.WARN;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.rapidsms.backend.SendFailure;

/** What is logged of connections that backends keep: numbers 200 to 209. */
@MessageLogger(projectCode = "RSMS", length = 5)
interface LinkLog {

    LinkLog LOG =
            Logger.getMessageLogger(MethodHandles.lookup(), LinkLog.class, "org.rapidsms.backend");

    @LogMessage(level = INFO)
    @Message(id = 200, value = "Backend %s is connected")
    void connected(String backend);

    @LogMessage(level = WARN)
    @Message(
            id = 201,
            value = "Backend %s is not connected, %s: %s. It is tried again in %d seconds")
    void disconnected(String backend, SendFailure failure, String why, long seconds);

    @LogMessage(level = ERROR)
    @Message(id = 202, value = "The connection of backend %s failed")
    void failed(@Cause Throwable cause, String backend);

    @LogMessage(level = DEBUG)
    @Message(id = 203, value = "This node keeps the connection of backend %s")
    void taken(String backend);

    @LogMessage(level = WARN)
    @Message(id = 204, value = "Another node has taken over the connection of backend %s")
    void lost(String backend);

    @LogMessage(level = DEBUG)
    @Message(id = 205, value = "The other nodes cannot be told of backend %s: %s")
    void noDatabase(String backend, String why);

    @LogMessage(level = DEBUG)
    @Message(id = 206, value = "The connection of backend %s was told to end")
    void interrupted(String backend);

    @LogMessage(level = WARN)
    @Message(id = 207, value = "%s does not end its connection; it is left to itself")
    void notEnded(String backend);

    @LogMessage(level = WARN)
    @Message(
            id = 208,
            value = "Nobody is told that %s has ended; the next connection waits half a minute: %s")
    void notGivenUp(String backend, String why);
}
