package org.rapidsms.backend;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The calls that were refused because they were not known to be the gateway's. */
@ApplicationScoped
public class Refusals {

    private final Map<String, Refused> byBackend = new ConcurrentHashMap<>();

    /**
     * Calls of one backend, on this node and since it started.
     *
     * @param count how many
     * @param last when the last one came
     */
    public record Refused(long count, Instant last) {}

    /** Counts a call. */
    public void add(String backend, Instant now) {
        byBackend.merge(
                backend, new Refused(1, now), (old, one) -> new Refused(old.count() + 1, now));
    }

    /** Those of a backend; empty if there are none. */
    public Optional<Refused> of(String backend) {
        return Optional.ofNullable(byBackend.get(backend));
    }
}
