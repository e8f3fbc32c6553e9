package org.rapidsms.web.registration;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A transaction that may take longer than the five minutes that the server gives others; one at a
 * time, as two with a row in common would wait for each other as long as they take.
 */
@ApplicationScoped
class LongTransaction {

    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int PATIENCE = 10;

    private final Lock turn = new ReentrantLock(true);

    @Resource UserTransaction transaction;

    /**
     * Does something, wholly or not at all.
     *
     * @param waiting is called every {@value #PATIENCE} seconds until it is its turn
     * @throws IllegalStateException if it could not be committed
     */
    void run(Runnable work, Runnable waiting) {
        awaitTurn(waiting);
        try {
            run(work);
        } finally {
            turn.unlock();
        }
    }

    private void awaitTurn(Runnable waiting) {
        try {
            while (!turn.tryLock(PATIENCE, TimeUnit.SECONDS)) {
                waiting.run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the server stops", e);
        }
    }

    private void run(Runnable work) {
        try {
            transaction.setTransactionTimeout((int) LONGEST.toSeconds());
            transaction.begin();
            try {
                work.run();
                transaction.commit();
            } finally {
                if (transaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
                    transaction.rollback();
                }
                // The thread is used for other things, too.
                transaction.setTransactionTimeout(0);
            }
        } catch (NotSupportedException
                | SystemException
                | RollbackException
                | HeuristicMixedException
                | HeuristicRollbackException e) {
            throw new IllegalStateException("not committed", e);
        }
    }
}
