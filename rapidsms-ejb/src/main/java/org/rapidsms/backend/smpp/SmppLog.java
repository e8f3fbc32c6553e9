package org.rapidsms.backend.smpp;

import static org.jboss.logging.Logger.Level.INFO;
import static org.jboss.logging.Logger.Level.WARN;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/**
 * What SMPP backends log (215 to 224). Numbers are never used twice; texts and phone numbers are
 * never logged.
 */
@MessageLogger(projectCode = "RSMS", length = 5)
interface SmppLog {

    SmppLog LOG =
            Logger.getMessageLogger(
                    MethodHandles.lookup(), SmppLog.class, "org.rapidsms.backend.smpp");

    @LogMessage(level = WARN)
    @Message(
            id = 215,
            value = "Backend %s could not store what came, and asked for it once more later")
    void notStored(@Cause Throwable cause, String backend);

    @LogMessage(level = WARN)
    @Message(id = 217, value = "Backend %s cannot read what came, and refused it for good: %s")
    void unreadable(String backend, String what);

    @LogMessage(level = INFO)
    @Message(id = 218, value = "Backend %s has learned that its gateway's ids are %s (message-id)")
    void learned(String backend, String form);
}
