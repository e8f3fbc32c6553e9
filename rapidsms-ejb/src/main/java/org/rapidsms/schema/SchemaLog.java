package org.rapidsms.schema;

import static org.jboss.logging.Logger.Level.ERROR;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What the schema adds to what start-up logs: the numbers from 50 to 59. */
@MessageLogger(projectCode = "RSMS", length = 5)
interface SchemaLog {

    SchemaLog LOG =
            Logger.getMessageLogger(MethodHandles.lookup(), SchemaLog.class, "org.rapidsms.schema");

    @LogMessage(level = ERROR)
    @Message(id = 50, value = "RapidSMS does not start: %s")
    void refused(String why);
}
