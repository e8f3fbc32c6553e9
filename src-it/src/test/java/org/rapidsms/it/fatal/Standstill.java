package org.rapidsms.it.fatal;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntConsumer;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.rapidsms.app.App;
import org.rapidsms.message.IncomingMessage;

/**
 * Stands still, or has the server die, where a text says: the first time only, unless it says
 * always. A file in the server's folder {@code points} tells that somebody stands there.
 */
@ApplicationScoped
public class Standstill implements App {

    /** Writes that are not answered. */
    public static final String HELLO = "hello";

    /** While the apps see the message. */
    public static final String PHASE = "phase";

    /** The same, each time. */
    public static final String ALWAYS = "always";

    /** When the apps have seen it, and nothing is committed. */
    public static final String BEFORE_COMMIT = "before-commit";

    /** When the answer is committed, and no doorbell has rung. The server does not survive it. */
    public static final String AFTER_COMMIT = "after-commit";

    /** While the apps see it, and the gateway that brought it waits for an answer. */
    public static final String UNANSWERED = "unanswered";

    private static final int KILLED = 137;

    /** What happens around the end of a transaction. */
    private record End(Runnable before, IntConsumer after) implements Synchronization {

        @Override
        public void beforeCompletion() {
            before.run();
        }

        @Override
        public void afterCompletion(int status) {
            after.accept(status);
        }
    }

    @Override
    public boolean handle(IncomingMessage message) {
        switch (message.text()) {
            case HELLO -> {
                return true;
            }
            case PHASE, UNANSWERED -> standOnce(message.text());
            case ALWAYS -> standAgain();
            case BEFORE_COMMIT -> atTheEnd(() -> standOnce(BEFORE_COMMIT), status -> {});
            case AFTER_COMMIT -> atTheEnd(() -> {}, Standstill::dieOnce);
            default -> {
                return false;
            }
        }
        message.respond("passed");
        return true;
    }

    private static void standOnce(String point) {
        if (isFirst(point)) {
            stand();
        }
    }

    private static void standAgain() {
        int time = 1;
        while (!isFirst(ALWAYS + "-" + time)) {
            time++;
        }
        stand();
    }

    private static void dieOnce(int status) {
        if (status == Status.STATUS_COMMITTED && isFirst(AFTER_COMMIT)) {
            Runtime.getRuntime().halt(KILLED);
        }
    }

    /** Until the server is killed. */
    private static void stand() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isFirst(String point) {
        try {
            var points = Path.of(System.getProperty("jboss.server.base.dir"), "points");
            Files.createDirectories(points);
            Files.write(
                    Files.createFile(points.resolve(point)),
                    Thread.currentThread().getName().getBytes(UTF_8));
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void atTheEnd(Runnable before, IntConsumer after) {
        transactions().registerInterposedSynchronization(new End(before, after));
    }

    private static TransactionSynchronizationRegistry transactions() {
        try {
            return InitialContext.doLookup("java:comp/TransactionSynchronizationRegistry");
        } catch (NamingException e) {
            throw new IllegalStateException(e);
        }
    }
}
