package org.rapidsms.router;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** What the apps did with one message. */
public final class Routing {

    private final Set<String> failedApps = new LinkedHashSet<>();
    private String handledBy;

    void handledBy(String app) {
        handledBy = app;
    }

    void failed(String app) {
        failedApps.add(app);
    }

    /** The app whose handle phase said so. */
    public Optional<String> handledBy() {
        return Optional.ofNullable(handledBy);
    }

    /** The apps that threw something, in the order in which they did. */
    public Set<String> failedApps() {
        return Collections.unmodifiableSet(failedApps);
    }
}
