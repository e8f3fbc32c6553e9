package org.rapidsms.web.backends;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rapidsms.backend.BackendState;
import org.rapidsms.backend.BackendStates;
import org.rapidsms.backend.Backends;
import org.rapidsms.backend.ConfiguredBackend;
import org.rapidsms.backend.Refusals;
import org.rapidsms.router.RouterKinds;
import org.rapidsms.router.Traffic;
import org.rapidsms.router.Traffic.Last;

/** Gathers what is known of backends. */
@ApplicationScoped
class BackendLines {

    @Inject Backends backends;

    @Inject BackendStates states;

    @Inject RouterKinds kinds;

    @Inject Traffic traffic;

    @Inject Refusals refusals;

    /** All of them, by name. */
    List<BackendLine> all() {
        var known = states.byName();
        var last = traffic.last();
        return backends.all().stream().map(backend -> line(backend, known, last)).toList();
    }

    /** The one of this name, if it is there. */
    Optional<BackendLine> find(String name) {
        return backends.find(name).map(b -> line(b, states.byName(), traffic.last()));
    }

    private BackendLine line(
            ConfiguredBackend backend, Map<String, BackendState> known, Map<String, Last> last) {
        var name = backend.name();
        return new BackendLine(
                backend,
                kinds.of(name).name(),
                known.getOrDefault(name, new BackendState(name)),
                traffic.waiting(name),
                last.getOrDefault(name, Last.NOTHING),
                refusals.of(name).orElse(null));
    }
}
