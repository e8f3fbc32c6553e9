package org.rapidsms.backend;

/** The gateway did not take a text, for none of its phones. */
public class SendException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final SendFailure failure;

    /**
     * @param words what happened, for people, without secrets
     */
    public SendException(SendFailure failure, String words) {
        super(words);
        this.failure = failure;
    }

    public SendFailure failure() {
        return failure;
    }
}
