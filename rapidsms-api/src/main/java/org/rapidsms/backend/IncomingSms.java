package org.rapidsms.backend;

import java.util.Map;
import java.util.Objects;

/**
 * A text from a phone.
 *
 * @param identity who wrote it, as the gateway names them; not blank
 * @param text may be empty
 * @param fields what else the gateway told and apps may want; {@code external_id} is the gateway's
 *     own id of the text, by which a repetition is known
 */
public record IncomingSms(String identity, String text, Map<String, String> fields)
        implements BackendEvent {

    public IncomingSms {
        Objects.requireNonNull(identity, "identity");
        Objects.requireNonNull(text, "text");
        fields = Map.copyOf(fields);
    }

    /** A text of which nothing else is known. */
    public IncomingSms(String identity, String text) {
        this(identity, text, Map.of());
    }
}
