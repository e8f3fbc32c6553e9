package org.rapidsms.web.backends;

import org.rapidsms.backend.BackendState;
import org.rapidsms.backend.ConfiguredBackend;
import org.rapidsms.backend.ConnectedBackend;
import org.rapidsms.backend.Refusals.Refused;
import org.rapidsms.router.Traffic;
import org.rapidsms.router.Traffic.Last;
import org.rapidsms.router.Traffic.Waiting;
import org.rapidsms.web.frame.Texts;

/**
 * A backend, as pages show it.
 *
 * @param router the kind of router for its messages
 * @param refused null if no call was refused
 */
public record BackendLine(
        ConfiguredBackend backend,
        String router,
        BackendState state,
        Waiting waiting,
        Last last,
        Refused refused) {

    public String name() {
        return backend.name();
    }

    public Health health() {
        return Health.of(state);
    }

    public boolean isReady() {
        return health() == Health.READY;
    }

    /** Whether it pauses, and may be told not to wait any longer. */
    public boolean isTriedAtOnce() {
        return health() == Health.PAUSES;
    }

    /** How much waits. */
    public String waits() {
        return waiting.count() > Traffic.MOST
                ? Texts.of("waitingOver", Traffic.MOST)
                : Texts.of("waitingTexts", waiting.count());
    }

    /** How often calls were refused; empty if they were not. */
    public String refusals() {
        return refused == null ? "" : Texts.of("refusedCalls", refused.count());
    }

    /** How fast it may send; empty for as fast as it goes. */
    public String rate() {
        var rate = backend.sending().rate();
        return rate.isPresent() ? Texts.of("ratePerSecond", rate.getAsInt()) : "";
    }

    /** What a gateway that it is connected with says of itself, on this node; may be empty. */
    public String connection() {
        return backend.backend() instanceof ConnectedBackend connected ? connected.state() : "";
    }
}
