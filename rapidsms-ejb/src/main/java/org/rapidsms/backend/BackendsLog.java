package org.rapidsms.backend;

import static org.jboss.logging.Logger.Level.INFO;
import static org.jboss.logging.Logger.Level.WARN;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What is logged of all backends alike: numbers 245 to 249, and 302. */
@MessageLogger(projectCode = "RSMS", length = 5)
interface BackendsLog {

    BackendsLog LOG =
            Logger.getMessageLogger(
                    MethodHandles.lookup(), BackendsLog.class, "org.rapidsms.backend");

    @LogMessage(level = INFO)
    @Message(id = 245, value = "Gateways are reached at these addresses only: %s")
    void reachable(String rules);

    @LogMessage(level = INFO)
    @Message(id = 246, value = "Backend %s was stopped by %s")
    void stopped(String backend, String who);

    @LogMessage(level = INFO)
    @Message(id = 247, value = "Backend %s was started again by %s")
    void started(String backend, String who);

    @LogMessage(level = INFO)
    @Message(
            id = 248,
            value = "Backend %s handed on a text of which %d of %d parts came within its time")
    void incomplete(String backend, int there, int total);

    @LogMessage(level = WARN)
    @Message(
            id = 249,
            value = "Backend %s could not hand on a text of which parts are missing; it waits")
    void notHandedOn(@Cause Throwable cause, String backend);

    @LogMessage(level = INFO)
    @Message(
            id = 302,
            value =
                    "Backend %s takes calls from anybody: neither webhook-secret nor webhook-basic"
                            + " nor allow-from is set")
    void anybody(String backend);
}
