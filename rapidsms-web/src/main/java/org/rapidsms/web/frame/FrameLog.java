package org.rapidsms.web.frame;

import static org.jboss.logging.Logger.Level.WARN;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What the frame of pages logs: numbers 510 to 519. */
@MessageLogger(projectCode = "RSMS", length = 5)
interface FrameLog {

    FrameLog LOG =
            Logger.getMessageLogger(MethodHandles.lookup(), FrameLog.class, "org.rapidsms.web");

    @LogMessage(level = WARN)
    @Message(id = 510, value = "An entry of the navigation failed, and is left out")
    void entryFailed(@Cause Throwable cause);
}
