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

/** A transaction that may take longer than the five minutes that the server gives others. */
@ApplicationScoped
class LongTransaction {

    private static final Duration LONGEST = Duration.ofHours(1);

    @Resource UserTransaction transaction;

    /**
     * Does something, wholly or not at all.
     *
     * @throws IllegalStateException if it could not be committed
     */
    void run(Runnable work) {
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
