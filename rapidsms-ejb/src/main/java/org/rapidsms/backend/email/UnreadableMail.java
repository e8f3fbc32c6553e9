package org.rapidsms.backend.email;

/** A mail out of which nothing can be made; the message is why, without what it says. */
final class UnreadableMail extends Exception {

    private static final long serialVersionUID = 1L;

    UnreadableMail(String why) {
        super(why);
    }
}
