package org.rapidsms.backend.email;

import static org.jboss.logging.Logger.Level.INFO;
import static org.jboss.logging.Logger.Level.WARN;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What is logged of mail: numbers 225 to 229. */
@MessageLogger(projectCode = "RSMS", length = 5)
interface EmailLog {

    EmailLog LOG =
            Logger.getMessageLogger(
                    MethodHandles.lookup(), EmailLog.class, "org.rapidsms.backend.email");

    @LogMessage(level = INFO)
    @Message(id = 225, value = "Backend %s passed over mail %d in its folder: %s")
    void passedOver(String backend, long uid, String why);

    @LogMessage(level = WARN)
    @Message(
            id = 226,
            value = "Backend %s cannot read mail %d in its folder, and marked it for people: %s")
    void unreadable(String backend, long uid, String why);
}
