package org.rapidsms.web.registration;

import static org.jboss.logging.Logger.Level.ERROR;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What the registration logs: numbers 520 to 529. */
@MessageLogger(projectCode = "RSMS", length = 5)
interface RegistrationLog {

    RegistrationLog LOG =
            Logger.getMessageLogger(
                    MethodHandles.lookup(), RegistrationLog.class, "org.rapidsms.web.registration");

    @LogMessage(level = ERROR)
    @Message(id = 520, value = "File %d of contacts could not be added; nothing of it is stored")
    void importFailed(long id, @Cause Throwable cause);
}
