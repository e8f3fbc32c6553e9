package org.rapidsms.cli;

/** Why a command was not done, in words for whoever typed it, and with what code it exits. */
final class Trouble extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The server has refused, or found something wrong. */
    static final int REFUSED = 1;

    /** It was not typed as it must be. */
    static final int USAGE = 2;

    /** There is no such server. */
    static final int NO_SERVER = 3;

    /** Name or password are wrong, or the user is none of the staff. */
    static final int NOT_LOGGED_IN = 4;

    /** It did not happen in time. */
    static final int TOO_LATE = 5;

    private final int exitCode;

    Trouble(int exitCode, String words) {
        super(words);
        this.exitCode = exitCode;
    }

    int exitCode() {
        return exitCode;
    }
}
