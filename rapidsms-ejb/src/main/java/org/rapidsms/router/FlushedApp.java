package org.rapidsms.router;

import jakarta.persistence.EntityManager;
import java.util.function.Supplier;
import org.rapidsms.app.App;
import org.rapidsms.app.Verdict;
import org.rapidsms.message.IncomingMessage;
import org.rapidsms.message.OutgoingMessage;

/** An app whose work goes to the database at once, so that what is refused there is its failure. */
final class FlushedApp implements App {

    private final App app;
    private final EntityManager entities;

    FlushedApp(App app, EntityManager entities) {
        this.app = app;
        this.entities = entities;
    }

    private <T> T flushed(Supplier<T> phase) {
        T result = phase.get();
        entities.flush();
        return result;
    }

    private void flushed(Runnable phase) {
        phase.run();
        entities.flush();
    }

    @Override
    public String name() {
        return app.name();
    }

    @Override
    public Verdict filter(IncomingMessage message) {
        return flushed(() -> app.filter(message));
    }

    @Override
    public void parse(IncomingMessage message) {
        flushed(() -> app.parse(message));
    }

    @Override
    public boolean handle(IncomingMessage message) {
        return flushed(() -> app.handle(message));
    }

    @Override
    public boolean fallback(IncomingMessage message) {
        return flushed(() -> app.fallback(message));
    }

    @Override
    public void cleanup(IncomingMessage message) {
        flushed(() -> app.cleanup(message));
    }

    @Override
    public Verdict outgoing(OutgoingMessage message) {
        return flushed(() -> app.outgoing(message));
    }
}
