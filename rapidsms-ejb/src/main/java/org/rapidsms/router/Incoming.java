package org.rapidsms.router;

import static jakarta.ejb.TransactionAttributeType.MANDATORY;
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

    @Inject InboxClaims claims;

    @Inject IncomingWorker worker;

    @Inject RouterKinds kinds;

    @Inject Lanes lanes;

    @Inject Inbox inbox;

    @Inject AfterCommit afterCommit;

    @Resource ManagedExecutorService executor;

    /**
     * Routes what waits in a lane, and in all others to which somebody was called. Returns when
     * nothing waits there, or others of this node are at it: they look again before they leave.
     */
    public void serve(int lane) {
        lanes.call(lane);
        lanes.work(this::routeSome);
    }

    /**
     * Lets the apps see a message once more that had gone wrong, soon, in another thread.
     *
     * @return false if it is gone, or has not gone wrong
     */
    public boolean again(String messageId) {
        var lane = claims.again(messageId);
        lane.ifPresent(number -> executor.execute(() -> serve(number)));
        return lane.isPresent();
    }

    private List<Integer> routeSome(List<Integer> some) {
        var begun = claims.begin(some);
        queue(routeAll(begun));
        // All of them: what was taken on may be of one lane only, though others wait.
        return begun.isEmpty() ? List.of() : some;
    }

    private List<Batch> routeAll(List<Stored> begun) {
        if (begun.size() > 1) {
            try {
                return worker.routeAll(begun);
            } catch (SpoiledException | EJBException e) {
                // One of them, so that only that one suffers.
                LOG.oneByOne(begun.size(), e.getMessage());
            }
        }
        return begun.stream()
                .flatMap(one -> attempt(one.row(), Optional.empty()).stream())
                .toList();
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

    /**
     * Stores a message and routes it, in the caller's transaction. What comes of it leaves when
     * that has committed.
     *
     * @param again whether it may have come as far as the database before: then it is looked for
     * @throws SpoiledException if an app has spoiled the transaction
     */
    @TransactionAttribute(MANDATORY)
    public void receive(IncomingMessage message, boolean again) {
        if (!again || !inbox.knows(message.id())) {
            var batches = worker.receive(message);
            afterCommit.run(() -> queue(batches));
        }
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
                    claims.giveUp(row, "could not be stored with what the apps did");
                    return List.of();
                }
                LOG.triedAgain(row, e.getMessage());
                attempt = attempt.flushed();
            }
        }
    }
}
