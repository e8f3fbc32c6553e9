package org.rapidsms.message;

/** Which way a message goes, as seen from us. */
public enum Direction {
    /** From a phone. */
    INCOMING("I"),
    /** To phones. */
    OUTGOING("O");

    private final String letter;

    Direction(String letter) {
        this.letter = letter;
    }

    /** The letter that stands for it in the database. */
    public String letter() {
        return letter;
    }
}
