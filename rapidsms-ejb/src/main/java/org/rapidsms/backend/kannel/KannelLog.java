package org.rapidsms.backend.kannel;

import static org.jboss.logging.Logger.Level.INFO;
import static org.jboss.logging.Logger.Level.WARN;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What the engine {@code kannel} logs: numbers 240 to 244. */
@MessageLogger(projectCode = "RSMS", length = 5)
interface KannelLog {

    KannelLog LOG =
            Logger.getMessageLogger(
                    MethodHandles.lookup(), KannelLog.class, "org.rapidsms.backend");

    @LogMessage(level = WARN)
    @Message(
            id = 240,
            value = "Kannel of backend %s has no connection to a network: it keeps what it takes")
    void cutOff(String backend);

    @LogMessage(level = INFO)
    @Message(id = 241, value = "Kannel of backend %s is connected to a network again")
    void connected(String backend);
}
