package org.rapidsms.message;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/** How far a message, or a transmission of it, has come. */
public enum Status {
    /** Stored, and waiting for its turn. */
    QUEUED("Q"),
    /** Incoming only: the apps have seen it. */
    RECEIVED("R"),
    /** Outgoing only: somebody is at work on it. */
    PROCESSING("P"),
    /** Outgoing only: the gateway has taken it. */
    SENT("S"),
    /** Outgoing only: a delivery report says that the phone has it. */
    DELIVERED("D"),
    /** It went wrong, and nobody tries again. */
    ERRORED("E");

    private static final Set<Status> OUT_OF_THE_HOUSE = EnumSet.of(SENT, DELIVERED);

    private final String letter;

    Status(String letter) {
        this.letter = letter;
    }

    /** The letter that stands for it in the database, as in RapidSMS. */
    public String letter() {
        return letter;
    }

    /**
     * The status for which a letter stands.
     *
     * @throws IllegalArgumentException if it stands for none
     */
    public static Status ofLetter(String letter) {
        return Arrays.stream(values())
                .filter(status -> status.letter.equals(letter))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no status has letter " + letter));
    }

    /**
     * The status of an incoming message whose transmissions have these.
     *
     * @param transmissions in any order, repeated or not; if empty, the message counts as received
     */
    public static Status ofIncoming(Collection<Status> transmissions) {
        if (transmissions.contains(ERRORED)) {
            return ERRORED;
        }
        return transmissions.stream().allMatch(RECEIVED::equals) ? RECEIVED : QUEUED;
    }

    /**
     * The status of an outgoing message whose transmissions have these.
     *
     * @param transmissions in any order, repeated or not; if empty, the message counts as delivered
     */
    public static Status ofOutgoing(Collection<Status> transmissions) {
        if (transmissions.contains(ERRORED)) {
            return ERRORED;
        }
        if (!OUT_OF_THE_HOUSE.containsAll(transmissions)) {
            return PROCESSING;
        }
        return transmissions.stream().allMatch(DELIVERED::equals) ? DELIVERED : SENT;
    }
}
