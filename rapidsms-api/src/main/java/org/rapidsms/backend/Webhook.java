package org.rapidsms.backend;

import java.util.List;

/**
 * What a call of a gateway means, and how it is answered once that is stored.
 *
 * @param events what it tells, in its order; empty if it holds nothing for us
 * @param status the HTTP status of the answer; most gateways repeat a call for all but 200
 * @param type the answer's media type
 * @param answer the answer's body; some gateways send it to the phone
 */
public record Webhook(List<BackendEvent> events, int status, String type, String answer) {

    private static final String TEXT = "text/plain;charset=utf-8";

    public Webhook {
        events = List.copyOf(events);
    }

    /** Answered with 200 and plain text. */
    public Webhook(List<? extends BackendEvent> events, String answer) {
        this(List.copyOf(events), 200, TEXT, answer);
    }

    /** One event, answered with 200 and plain text. */
    public Webhook(BackendEvent event, String answer) {
        this(List.of(event), answer);
    }

    /**
     * The same with another body.
     *
     * @param type its media type
     */
    public Webhook answering(String type, String answer) {
        return new Webhook(events, status, type, answer);
    }
}
