package org.rapidsms.router;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.rapidsms.backend.Backends;
import org.rapidsms.backend.LateTexts;
import org.rapidsms.backend.TextParts;

/**
 * Looks every minute for texts of phones whose missing parts have not come. Each node does so: what
 * two of them store is one text by its id.
 */
@Singleton
@PermitAll
@TransactionAttribute(NOT_SUPPORTED)
public class LateTextsRound {

    /** Gateways repeat for a day what was not answered. */
    private static final Duration REPEATED = Duration.ofDays(1);

    @Inject Backends backends;

    @Inject LateTexts late;

    @Inject TextParts parts;

    @Inject Arrivals arrivals;

    @Schedule(hour = "*", minute = "*", persistent = false)
    void look() {
        for (var backend : backends.all()) {
            late.handOn(backend.name(), sms -> arrivals.store(backend, sms));
        }
        parts.forget(Instant.now().minus(REPEATED));
    }
}
