package org.rapidsms.backend.irc;

import static org.jboss.logging.Logger.Level.ERROR;
import static org.jboss.logging.Logger.Level.WARN;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What IRC backends log: numbers 210 to 214. */
@MessageLogger(projectCode = "RSMS", length = 5)
interface IrcLog {

    IrcLog LOG =
            Logger.getMessageLogger(MethodHandles.lookup(), IrcLog.class, "org.rapidsms.backend");

    @LogMessage(level = WARN)
    @Message(id = 210, value = "Backend %s is not let into channel %s, and tries again: %s")
    void notJoined(String backend, String channel, String why);

    @LogMessage(level = WARN)
    @Message(id = 211, value = "Backend %s is called %s, as somebody else has its nick")
    void otherNick(String backend, String nick);

    @LogMessage(level = ERROR)
    @Message(id = 212, value = "A line that came by backend %s could not be stored and is lost")
    void lost(@Cause Throwable cause, String backend);
}
