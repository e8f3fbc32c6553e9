package org.rapidsms.backend;

import java.time.Duration;
import java.util.Optional;

/** The gateway did not take a text, for none of its phones. */
public class SendException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final SendFailure failure;
    private final transient Duration retryAfter;

    /**
     * @param words what happened, for people, without secrets
     */
    public SendException(SendFailure failure, String words) {
        this(failure, words, Optional.empty());
    }

    /**
     * @param words what happened, for people, without secrets
     * @param retryAfter how long the gateway wants to be left alone; empty if it did not say
     */
    public SendException(SendFailure failure, String words, Optional<Duration> retryAfter) {
        super(words);
        this.failure = failure;
        this.retryAfter = retryAfter.orElse(null);
    }

    public SendFailure failure() {
        return failure;
    }

    /** How long the gateway wants to be left alone; empty if it did not say. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
