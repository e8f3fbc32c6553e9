package org.rapidsms.router;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Has work done by threads that nobody interrupts, for those that may be: H2 closes its file when a
 * thread is interrupted that reads it.
 */
final class Calm {

    private final Executor threads;

    Calm(Executor threads) {
        this.threads = threads;
    }

    /** Does the work, and waits for it even if interrupted; then the caller stays so. */
    <T> T ask(Supplier<T> work) {
        try {
            return CompletableFuture.supplyAsync(work, threads).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    /** Does the work, and waits for it even if interrupted; then the caller stays so. */
    void run(Runnable work) {
        ask(
                () -> {
                    work.run();
                    return null;
                });
    }
}
