package org.rapidsms.app.handlers;

import static org.jboss.logging.Logger.Level.INFO;

import java.lang.invoke.MethodHandles;
import java.util.List;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What the app {@code handlers} logs: numbers 400 to 409. */
@MessageLogger(projectCode = "RSMS", length = 5)
interface HandlersLog {

    HandlersLog LOG =
            Logger.getMessageLogger(MethodHandles.lookup(), HandlersLog.class, "org.rapidsms.app");

    @LogMessage(level = INFO)
    @Message(id = 400, value = "Handlers, in order: %s")
    void handlers(List<String> names);
}
