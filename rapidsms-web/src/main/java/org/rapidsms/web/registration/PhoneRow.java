package org.rapidsms.web.registration;

import java.io.Serializable;
import org.rapidsms.contact.Connection;
import org.rapidsms.contact.Contact;
import org.rapidsms.contact.Phone;
import org.rapidsms.web.frame.Texts;

/** One connection in the form of a contact. */
public final class PhoneRow implements Serializable {

    private static final long serialVersionUID = 1L;

    /** What may be wrong with it. */
    enum Problem {
        NONE,
        NEEDED,
        NO_BACKEND,
        NO_IDENTITY,
        TOO_LONG,
        STRANGE,
        TWICE,
        TAKEN
    }

    private final Phone given;
    private final boolean stored;
    private String backend;
    private String identity;
    private Problem problem = Problem.NONE;
    private Long ownerId;
    private String owner = "";

    private PhoneRow(Phone given, boolean stored) {
        this.given = given;
        this.stored = stored;
        this.backend = given.backend();
        this.identity = given.identity();
    }

    /** A row to fill in, with the backend that is likely, or none. */
    static PhoneRow empty(String backend) {
        return new PhoneRow(new Phone(backend, ""), false);
    }

    static PhoneRow of(Connection connection) {
        return new PhoneRow(new Phone(connection.getBackend(), connection.getIdentity()), true);
    }

    /** Whether nothing was typed into it, nor was there anything before. */
    boolean isBlank() {
        return !stored
                && identity.isBlank()
                && (backend.isEmpty() || given.backend().equals(backend));
    }

    /** An identity that was there stays what it is, blanks included; who types one means none. */
    Phone phone() {
        var typed = new Phone(backend, identity);
        return typed.equals(given) ? given : new Phone(backend, Typed.clean(identity));
    }

    void check() {
        owner = "";
        ownerId = null;
        var typed = phone().identity();
        if (typed.isEmpty()) {
            problem = Problem.NO_IDENTITY;
        } else if (backend.isEmpty()) {
            problem = Problem.NO_BACKEND;
        } else if (typed.length() > Connection.IDENTITY_LENGTH) {
            problem = Problem.TOO_LONG;
        } else {
            problem = Typed.isPlain(typed) ? Problem.NONE : Problem.STRANGE;
        }
    }

    void complain(Problem about) {
        problem = about;
    }

    void belongsTo(Contact other) {
        problem = Problem.TAKEN;
        owner = other.getName();
        ownerId = other.getId();
    }

    Problem problem() {
        return problem;
    }

    public boolean isWrong() {
        return problem != Problem.NONE;
    }

    /** What is wrong, in words; empty if nothing is. */
    public String getComplaint() {
        return switch (problem) {
            case NONE -> "";
            case NEEDED -> Texts.of("connectionNeeded");
            case NO_BACKEND -> Texts.of("backendMissing");
            case NO_IDENTITY -> Texts.of("identityMissing");
            case TOO_LONG -> Texts.of("identityTooLong", Connection.IDENTITY_LENGTH);
            case STRANGE -> Texts.of("identityStrange");
            case TWICE -> Texts.of("connectionTwice");
            case TAKEN -> Texts.of("connectionTaken", getOwner());
        };
    }

    /** The name of whoever owns this connection. */
    public String getOwner() {
        return owner.isEmpty() ? Texts.of("anonymous") : owner;
    }

    /** Null if nobody else owns it. */
    public Long getOwnerId() {
        return ownerId;
    }

    public String getBackend() {
        return backend;
    }

    public void setBackend(String backend) {
        this.backend = Typed.clean(backend);
    }

    public String getIdentity() {
        return identity;
    }

    public void setIdentity(String identity) {
        this.identity = identity == null ? "" : identity;
    }
}
