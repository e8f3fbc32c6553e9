package org.rapidsms.admin;

import jakarta.ejb.ApplicationException;
import java.util.List;

/** What an administrator asked for cannot be done; nothing was stored. */
@ApplicationException(rollback = true)
public class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final List<Refusal> refusals;

    public RefusedException(List<Refusal> refusals) {
        super(refusals.toString());
        this.refusals = List.copyOf(refusals);
    }

    /** For one reason, as in {@link Refusal}. */
    public RefusedException(String field, String key) {
        this(List.of(new Refusal(field, key)));
    }

    /** Why: at least one. */
    public List<Refusal> refusals() {
        return refusals;
    }
}
