package org.rapidsms.contact;

import jakarta.ejb.ApplicationException;

/** A phone belongs to somebody else already; nothing was stored. */
@ApplicationException(rollback = true)
public class TakenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Phone phone;

    TakenException(Phone phone) {
        super("a phone belongs to another contact");
        this.phone = phone;
    }

    public Phone phone() {
        return phone;
    }
}
