package org.rapidsms.web.command;

import static org.jboss.logging.Logger.Level.INFO;
import static org.jboss.logging.Logger.Level.WARN;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What commands log: numbers 530 to 539. */
@MessageLogger(projectCode = "RSMS", length = 5)
interface CommandLog {

    CommandLog LOG =
            Logger.getMessageLogger(
                    MethodHandles.lookup(), CommandLog.class, "org.rapidsms.web.command");

    @LogMessage(level = WARN)
    @Message(id = 530, value = "A command as %s from %s was refused: %s")
    void refused(String username, String address, String why);

    @LogMessage(level = INFO)
    @Message(id = 531, value = "User %s was created by %s, by command")
    void created(String username, String by);

    @LogMessage(level = INFO)
    @Message(id = 532, value = "The password of %s was changed by %s, by command")
    void passwordChanged(String username, String by);

    @LogMessage(level = INFO)
    @Message(id = 533, value = "Message %s was sent by %s, by command")
    void sent(String message, String by);
}
