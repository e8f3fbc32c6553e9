package org.rapidsms.router;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;
import static org.rapidsms.router.RouterLog.LOG;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.rapidsms.message.IncomingMessage;
import org.rapidsms.router.IncomingWorker.Attempt;
import org.rapidsms.router.IncomingWorker.SpoiledException;

/** Routes stored messages and sees to it that their answers leave. */
@Stateless
@PermitAll
@TransactionAttribute(NOT_SUPPORTED)
public class Incoming {

    @Inject IncomingWorker worker;

    @Inject RouterKinds kinds;

    /**
     * Routes a message; when this returns, the apps have seen it and it is no longer queued. Does
     * nothing if somebody else is at it or was.
     *
     * @param row its number
     * @param live the object that the caller of the messaging API holds; empty to make one
     */
    public void route(long row, Optional<IncomingMessage> live) {
        for (var batch : attempt(row, live)) {
            kinds.of(batch.backend()).queued(batch);
        }
    }

    private List<Batch> attempt(long row, Optional<IncomingMessage> live) {
        var attempt = Attempt.FIRST;
        while (true) {
            // Only the first attempt may use the caller's object: it shall not hold answers twice.
            var message = attempt == Attempt.FIRST ? live : Optional.<IncomingMessage>empty();
            try {
                return worker.route(row, message, attempt);
            } catch (SpoiledException e) {
                LOG.spoiled(e.app(), row);
                attempt = attempt.without(e.app());
            } catch (EJBException e) {
                if (attempt.flushing()) {
                    LOG.notRouted(e, row);
                    worker.giveUp(row, "could not be stored with what the apps did");
                    return List.of();
                }
                LOG.triedAgain(row, e.getMessage());
                attempt = attempt.flushed();
            }
        }
    }
}
