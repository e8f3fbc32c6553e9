package org.rapidsms.router.database;

import static org.jboss.logging.Logger.Level.INFO;
import static org.jboss.logging.Logger.Level.WARN;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What the durable router logs: numbers 150 to 199. */
@MessageLogger(projectCode = "RSMS", length = 5)
interface DatabaseRouterLog {

    DatabaseRouterLog LOG =
            Logger.getMessageLogger(
                    MethodHandles.lookup(), DatabaseRouterLog.class, "org.rapidsms.router");

    @LogMessage(level = WARN)
    @Message(id = 150, value = "No doorbell for %s; the sweeper will find it")
    void silent(@Cause Throwable cause, String what);

    @LogMessage(level = INFO)
    @Message(id = 151, value = "The sweeper rings again in %d lanes of the inbox")
    void swept(int lanes);
}
