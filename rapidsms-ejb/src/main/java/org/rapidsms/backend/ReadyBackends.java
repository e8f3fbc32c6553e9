package org.rapidsms.backend;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** By which backends this node can send: those that need a connection while they have one. */
@ApplicationScoped
public class ReadyBackends {

    private final Set<String> connected = ConcurrentHashMap.newKeySet();

    /** Whether texts can be handed to this backend. */
    public boolean contains(ConfiguredBackend backend) {
        return !(backend.backend() instanceof ConnectedBackend)
                || connected.contains(backend.name());
    }

    /** It is connected from now on. */
    public void add(ConfiguredBackend backend) {
        connected.add(backend.name());
    }

    /** It is connected no longer. */
    public void remove(ConfiguredBackend backend) {
        connected.remove(backend.name());
    }
}
