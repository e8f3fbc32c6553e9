package org.rapidsms.router;

import static org.jboss.logging.Logger.Level.DEBUG;
import static org.jboss.logging.Logger.Level.ERROR;
import static org.jboss.logging.Logger.Level.INFO;
import static org.jboss.logging.Logger.Level.WARN;

import java.lang.invoke.MethodHandles;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/**
 * What start-up (1 to 99) and all routers (100 to 150) log. Numbers are never used twice; texts and
 * phone numbers are never logged, a message is named by its id.
 */
@MessageLogger(projectCode = "RSMS", length = 5)
interface RouterLog {

    RouterLog LOG =
            Logger.getMessageLogger(MethodHandles.lookup(), RouterLog.class, "org.rapidsms.router");

    @LogMessage(level = INFO)
    @Message(id = 1, value = "Apps, in order: %s")
    void apps(List<String> names);

    @LogMessage(level = INFO)
    @Message(id = 2, value = "Backend %s: engine %s, router %s")
    void backend(String name, String engine, String router);

    @LogMessage(level = WARN)
    @Message(id = 3, value = "Nobody reads %s%s")
    void unknownSetting(String property, String hint);

    @LogMessage(level = DEBUG)
    @Message(id = 4, value = "A backend is handed at most %d phones at once")
    void batchSize(int phones);

    @LogMessage(level = ERROR)
    @Message(id = 5, value = "RapidSMS does not start: %s")
    void refused(String why);

    @LogMessage(level = INFO)
    @Message(id = 100, value = "App %s dropped message %s")
    void dropped(String app, String message);

    @LogMessage(level = ERROR)
    @Message(id = 101, value = "App %s failed over message %s, which goes on without it")
    void appFailed(@Cause Throwable cause, String app, String message);

    @LogMessage(level = DEBUG)
    @Message(id = 102, value = "Message %s came before and is not stored again")
    void repeated(String message);

    @LogMessage(level = ERROR)
    @Message(id = 103, value = "Message %s could not be routed and is marked as errored")
    void notRouted(@Cause Throwable cause, long message);

    @LogMessage(level = WARN)
    @Message(
            id = 104,
            value = "App %s spoiled the transaction of message %d, which is routed without it")
    void spoiled(String app, long message);

    @LogMessage(level = WARN)
    @Message(id = 105, value = "Message %d could not be routed and is tried again, app by app: %s")
    void triedAgain(long message, String why);

    @LogMessage(level = WARN)
    @Message(id = 106, value = "Backend %s did not take message %s for %d phones: %s")
    void notSent(String backend, String message, long phones, String why);

    @LogMessage(level = ERROR)
    @Message(id = 107, value = "Backend %s failed over message %s")
    void backendFailed(@Cause Throwable cause, String backend, String message);

    @LogMessage(level = WARN)
    @Message(id = 108, value = "Backend %s pauses until %s: %s")
    void paused(String backend, Instant until, String why);

    @LogMessage(level = INFO)
    @Message(id = 109, value = "Backend %s works again")
    void resumed(String backend);

    @LogMessage(level = DEBUG)
    @Message(id = 6, value = "Backend %s was opened by another node: %s")
    void notOpened(String backend, String why);

    @LogMessage(level = WARN)
    @Message(id = 110, value = "%d messages could not be routed together and are one by one: %s")
    void oneByOne(int messages, String why);

    @LogMessage(level = ERROR)
    @Message(
            id = 111,
            value =
                    "Message %s is parked: it was begun %d times, and each time the server died over"
                            + " it or an app did not come to an end")
    void parked(String message, int attempts);

    @LogMessage(level = WARN)
    @Message(
            id = 112,
            value =
                    "The database cannot be asked: message %s is kept in the queue until it can: %s")
    void spooled(String message, String why);

    @LogMessage(level = WARN)
    @Message(id = 150, value = "No doorbell for %s; the sweeper will find it")
    void silent(@Cause Throwable cause, String what);

    @LogMessage(level = INFO)
    @Message(
            id = 113,
            value =
                    "Somebody who is reached by %s wants no texts of ours; of %d messages the text to"
                            + " them is given up")
    void optedOut(String backend, int messages);
}
