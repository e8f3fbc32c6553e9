package org.rapidsms.router.database;

import static org.jboss.logging.Logger.Level.INFO;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What the durable router logs: numbers 151 to 159. */
@MessageLogger(projectCode = "RSMS", length = 5)
interface DatabaseRouterLog {

    DatabaseRouterLog LOG =
            Logger.getMessageLogger(
                    MethodHandles.lookup(), DatabaseRouterLog.class, "org.rapidsms.router");

    @LogMessage(level = INFO)
    @Message(id = 151, value = "The sweeper rings again in %d lanes of the inbox")
    void swept(int lanes);
}
