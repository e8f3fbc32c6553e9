package org.rapidsms.web.command;

import jakarta.ws.rs.core.Response.Status;

/** A command cannot be done; its words say why and what to do. */
class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Status status;

    RefusedException(Status status, String words) {
        super(words);
        this.status = status;
    }

    Status status() {
        return status;
    }
}
