package org.rapidsms.router;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;
import static org.rapidsms.router.RouterLog.LOG;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.util.HashSet;
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

    @Inject Lanes lanes;

    @Resource ManagedExecutorService executor;

    /**
     * Routes what waits in a lane, until nothing does. Returns at once if somebody else of this
     * node is at it: he looks again before he leaves.
     */
    public void serve(int lane) {
        lanes.of(lane).work(() -> routeSome(lane));
    }

    /**
     * Lets the apps see a message once more that had gone wrong, soon, in another thread.
     *
     * @return false if it is gone, or has not gone wrong
     */
    public boolean again(String messageId) {
        var lane = worker.again(messageId);
        lane.ifPresent(number -> executor.execute(() -> serve(number)));
        return lane.isPresent();
    }

    private boolean routeSome(int lane) {
        var rows = worker.begin(lane);
        queue(routeAll(lane, rows));
        return !rows.isEmpty();
    }

    private List<Batch> routeAll(int lane, List<Long> rows) {
        if (rows.size() > 1) {
            try {
                return worker.routeAll(lane, rows);
            } catch (SpoiledException | EJBException e) {
                // One of them, so that only that one suffers.
                LOG.oneByOne(rows.size(), e.getMessage());
            }
        }
        return rows.stream().flatMap(row -> attempt(row, Optional.empty()).stream()).toList();
    }

    /**
     * Routes a message; when this returns, the apps have seen it and it is no longer queued. Does
     * nothing if somebody else is at it or was.
     *
     * @param row its number
     * @param live the object that the caller of the messaging API holds; empty to make one
     */
    public void route(long row, Optional<IncomingMessage> live) {
        queue(attempt(row, live));
    }

    private void queue(List<Batch> batches) {
        var rung = new HashSet<String>();
        for (var batch : batches) {
            var kind = kinds.of(batch.backend());
            // Those who wait for a backend's bell look for all that is due.
            if (kind.isEager() || rung.add(batch.backend())) {
                kind.queued(batch);
            }
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
                if (attempt.flushing() && Unavailable.isCauseOf(e)) {
                    // It is not to blame: it waits, and is begun again.
                    throw e;
                }
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
