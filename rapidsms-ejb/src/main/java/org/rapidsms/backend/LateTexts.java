package org.rapidsms.backend;

import static org.rapidsms.backend.BackendsLog.LOG;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Consumer;

/** The texts of phones of which nobody waits for missing parts any longer. */
@ApplicationScoped
public class LateTexts {

    private final TextParts parts;

    /** For CDI only. */
    protected LateTexts() {
        this(null);
    }

    @Inject
    LateTexts(TextParts parts) {
        this.parts = parts;
    }

    /**
     * Hands on those of a backend. By its id a text is known that was handed on before, if that
     * could not be written down.
     *
     * @param receiver stores a text, or throws; then it waits for the next round
     */
    public void handOn(String backend, Consumer<IncomingSms> receiver) {
        for (var late : parts.overdue(backend)) {
            try {
                receiver.accept(late.sms());
                parts.taken(late);
                if (!late.isComplete()) {
                    LOG.incomplete(backend, late.there(), late.total());
                }
            } catch (RuntimeException e) {
                LOG.notHandedOn(e, backend);
            }
        }
    }
}
