package org.rapidsms.backend;

/** Why a gateway did not take a text. Each has its own consequence in the router. */
public enum SendFailure {

    /**
     * No connection could be made, or the gateway says that it failed: it is tried again, later and
     * later.
     */
    UNREACHABLE,
    /** The gateway asks us to slow down: the backend pauses. */
    THROTTLED,
    /**
     * The gateway was told and did not answer: trying again could send the text twice, so the
     * backend's {@code on-unknown} decides.
     */
    UNKNOWN,
    /** The gateway will never take this text for this phone. */
    REJECTED,
    /**
     * The phone's owner has told the gateway to stop us: nothing more is sent there but answers to
     * what its owner writes, until a {@link Consent} or the staff says otherwise.
     */
    OPTED_OUT,
    /**
     * The gateway does not know us, or cannot be trusted, or our settings are wrong: the backend
     * pauses, all is kept.
     */
    MISCONFIGURED,
    /** The account is empty: the backend pauses, all is kept. */
    NO_CREDIT;

    /** The failure that a status code means for every gateway that speaks HTTP properly. */
    public static SendFailure ofHttpStatus(int status) {
        return switch (status) {
            case 401, 403 -> MISCONFIGURED;
            case 402 -> NO_CREDIT;
            case 408, 425 -> UNREACHABLE;
            case 429 -> THROTTLED;
            default -> ofHttpClass(status / 100);
        };
    }

    private static SendFailure ofHttpClass(int hundreds) {
        return switch (hundreds) {
            // A redirect is never followed: the address in the settings is not the gateway's.
            case 3 -> MISCONFIGURED;
            case 5 -> UNREACHABLE;
            default -> REJECTED;
        };
    }
}
