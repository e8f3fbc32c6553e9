package org.rapidsms.backend;

import java.util.List;

/** A request is no call that this gateway makes; the message is safe to show to the caller. */
public class BadWebhookException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final String NOT_KNOWN = "this call is not known to be the gateway's";

    private final int status;
    private final transient List<String> allowed;

    private BadWebhookException(int status, String message, List<String> allowed) {
        super(message);
        this.status = status;
        this.allowed = allowed;
    }

    /**
     * The call lacks something, or something in it cannot be read.
     *
     * @param message what, in one line
     */
    public BadWebhookException(String message) {
        this(400, "form failed to validate: " + message, List.of());
    }

    /** There is nothing at this address. */
    public static BadWebhookException notFound() {
        return new BadWebhookException(404, "there is nothing at this address", List.of());
    }

    /**
     * The call does not prove that the gateway makes it: nothing of it is kept, and it is counted.
     */
    public static BadWebhookException refused() {
        return new BadWebhookException(403, NOT_KNOWN, List.of());
    }

    /**
     * The call brings no user and password, or wrong ones: nothing of it is kept, and it is
     * counted.
     */
    public static BadWebhookException unauthenticated() {
        return new BadWebhookException(401, NOT_KNOWN, List.of());
    }

    /** The call has more bytes than are read. */
    public static BadWebhookException tooLarge(int limit) {
        return new BadWebhookException(
                413, "a call may have " + limit + " bytes at most", List.of());
    }

    /** The address is right and the method is wrong. */
    public static BadWebhookException method(List<String> allowed) {
        return new BadWebhookException(
                405, "this address takes " + String.join(" and ", allowed), allowed);
    }

    /** The HTTP status that says so. */
    public int status() {
        return status;
    }

    /** Whether it is about who makes the call, and not about the call. */
    public boolean isRefusal() {
        return status == 401 || status == 403;
    }

    /** The methods that are right, if this is about the method; else empty. */
    public List<String> allowed() {
        return allowed;
    }
}
