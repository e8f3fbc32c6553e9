package org.rapidsms.contact.bulk;

import jakarta.ejb.ApplicationException;

/** Somebody does not want a file to be added any more; nothing of it was stored. */
@ApplicationException(rollback = true)
public class StoppedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StoppedException() {
        super("the import was stopped");
    }
}
