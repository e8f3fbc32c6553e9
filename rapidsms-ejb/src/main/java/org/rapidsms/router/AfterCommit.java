package org.rapidsms.router;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

/** Does things once they are true. */
@ApplicationScoped
public class AfterCommit {

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transactions;

    @Resource ManagedExecutorService executor;

    /** Whether the caller is in a transaction. */
    public boolean isAwaited() {
        return transactions.getTransactionKey() != null;
    }

    /**
     * Runs work at once if there is no transaction; else in another thread when the transaction has
     * committed, and never if it rolls back.
     */
    public void run(Runnable work) {
        if (!isAwaited()) {
            work.run();
            return;
        }
        transactions.registerInterposedSynchronization(
                new Synchronization() {
                    @Override
                    public void beforeCompletion() {
                        // Nothing is true yet.
                    }

                    @Override
                    public void afterCompletion(int status) {
                        if (status == Status.STATUS_COMMITTED) {
                            executor.execute(work);
                        }
                    }
                });
    }
}
