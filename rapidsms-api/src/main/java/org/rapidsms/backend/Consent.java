package org.rapidsms.backend;

import java.util.Objects;

/**
 * What the owner of a phone has told the gateway: whether we may write to them.
 *
 * @param identity the phone
 * @param given whether we may
 */
public record Consent(String identity, boolean given) implements BackendEvent {

    public Consent {
        Objects.requireNonNull(identity, "identity");
    }
}
