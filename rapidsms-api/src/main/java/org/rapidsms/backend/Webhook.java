package org.rapidsms.backend;

import java.util.List;

/**
 * What a call of a gateway means.
 *
 * @param events what it tells, in its order; empty if it holds nothing for us
 * @param answer the body of the 200 that it gets once the events are stored; some gateways send it
 *     to the phone
 */
public record Webhook(List<BackendEvent> events, String answer) {

    public Webhook {
        events = List.copyOf(events);
    }

    /** One event. */
    public Webhook(BackendEvent event, String answer) {
        this(List.of(event), answer);
    }
}
