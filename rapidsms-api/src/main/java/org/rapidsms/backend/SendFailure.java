package org.rapidsms.backend;

/** Why a gateway did not take a text, and whether trying again may help. */
public enum SendFailure {

    /** No connection could be made, or the gateway says that it failed. */
    UNREACHABLE(true),
    /** The gateway asks us to slow down. */
    THROTTLED(true),
    /** The gateway was told and did not answer: trying again could send the text twice. */
    UNKNOWN(false),
    /** The gateway will never take this text for this phone. */
    REJECTED(false),
    /** The phone's owner has told the gateway to stop us. */
    OPTED_OUT(false),
    /** The gateway does not know us, or our settings are wrong: an administrator must act. */
    MISCONFIGURED(false),
    /** The account is empty: an administrator must act. */
    NO_CREDIT(false);

    private final boolean retryable;

    SendFailure(boolean retryable) {
        this.retryable = retryable;
    }

    /** Whether the same call may succeed later without anybody acting. */
    public boolean retryable() {
        return retryable;
    }

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
