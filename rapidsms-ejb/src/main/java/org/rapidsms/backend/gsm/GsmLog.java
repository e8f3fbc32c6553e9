package org.rapidsms.backend.gsm;

import static org.jboss.logging.Logger.Level.WARN;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What is logged of modems: numbers 230 to 234. */
@MessageLogger(projectCode = "RSMS", length = 5)
interface GsmLog {

    GsmLog LOG =
            Logger.getMessageLogger(
                    MethodHandles.lookup(), GsmLog.class, "org.rapidsms.backend.gsm");

    @LogMessage(level = WARN)
    @Message(id = 230, value = "Backend %s cannot read what lies at %d on the card; it stays there")
    void unreadable(String backend, int place);

    @LogMessage(level = WARN)
    @Message(id = 231, value = "Backend %s got a text that nobody can store: %s")
    void refused(String backend, String why);

    @LogMessage(level = WARN)
    @Message(
            id = 232,
            value = "Backend %s got %d of the %d parts of a text within a day; it is taken so")
    void incomplete(String backend, int parts, int total);
}
