package org.rapidsms.web.messagelog;

import java.io.Serializable;
import java.time.Instant;
import org.rapidsms.contact.Contact;
import org.rapidsms.message.Direction;
import org.rapidsms.message.Transmission;

/** The journey of a message to, or from, one phone, as pages show it. */
public final class TransmissionLine implements Serializable {

    private static final long serialVersionUID = 1L;

    private final long id;
    private final String name;
    private final String identity;
    private final String backend;
    private final State state;
    private final Instant date;
    private final Instant updated;
    private final String problem;

    TransmissionLine(Transmission transmission) {
        var phone = transmission.getConnection();
        var message = transmission.getMessage();
        this.id = transmission.getId();
        this.name = phone.contact().map(Contact::getName).orElse("");
        this.identity = phone.getIdentity();
        this.backend = phone.getBackend();
        this.state =
                message.getDirection() == Direction.INCOMING
                        ? State.ofIncoming(message)
                        : State.ofOutgoing(transmission.getStatus());
        this.date = transmission.getDate();
        this.updated = transmission.getUpdated();
        this.problem = transmission.getProblem();
    }

    long getId() {
        return id;
    }

    /** The name of whoever owns the phone; empty if it is not known. */
    public String getName() {
        return name;
    }

    public String getIdentity() {
        return identity;
    }

    public String getBackend() {
        return backend;
    }

    public State getState() {
        return state;
    }

    /** When it began. */
    public Instant getDate() {
        return date;
    }

    /** Since when it is in its state. */
    public Instant getUpdated() {
        return updated;
    }

    /** What went wrong; null if nothing did. */
    public String getProblem() {
        return problem;
    }

    /** Whether it went wrong, so that somebody should look. */
    public boolean isBad() {
        return state == State.FAILED || state == State.ERROR;
    }
}
