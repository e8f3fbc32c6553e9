package org.rapidsms.backend.vonage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.rapidsms.backend.Backend;
import org.rapidsms.backend.BackendEngine;
import org.rapidsms.backend.Gateway;
import org.rapidsms.settings.Settings;

/** Reaches phones through <a href="https://www.vonage.com/">Vonage</a>, once Nexmo. */
@ApplicationScoped
public class VonageEngine implements BackendEngine {

    private final Gateway gateway;

    /** For CDI only. */
    protected VonageEngine() {
        this(null);
    }

    @Inject
    VonageEngine(Gateway gateway) {
        this.gateway = gateway;
    }

    @Override
    public String name() {
        return "vonage";
    }

    @Override
    public Backend configure(String name, Settings settings) {
        return new VonageBackend(VonageConfig.from(name, settings), gateway);
    }
}
