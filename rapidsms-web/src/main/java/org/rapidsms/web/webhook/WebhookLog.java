package org.rapidsms.web.webhook;

import static org.jboss.logging.Logger.Level.ERROR;
import static org.jboss.logging.Logger.Level.WARN;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What webhooks log: numbers 300 to 399. */
@MessageLogger(projectCode = "RSMS", length = 5)
interface WebhookLog {

    WebhookLog LOG =
            Logger.getMessageLogger(
                    MethodHandles.lookup(), WebhookLog.class, "org.rapidsms.webhook");

    @LogMessage(level = WARN)
    @Message(id = 300, value = "A call of %s was refused with %d: %s")
    void refused(String path, int status, String why);

    @LogMessage(level = ERROR)
    @Message(id = 301, value = "A call could not be stored; the gateway is asked to come again")
    void notStored(@Cause Throwable cause);
}
