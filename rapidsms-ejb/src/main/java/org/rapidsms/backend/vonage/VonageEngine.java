package org.rapidsms.backend.vonage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.rapidsms.backend.Backend;
import org.rapidsms.backend.BackendEngine;
import org.rapidsms.backend.Gateway;
import org.rapidsms.backend.TextParts;
import org.rapidsms.settings.Settings;

/** Reaches phones through <a href="https://www.vonage.com/">Vonage</a>, once Nexmo. */
@ApplicationScoped
public class VonageEngine implements BackendEngine {

    private final Gateway gateway;
    private final TextParts parts;

    /** For CDI only. */
    protected VonageEngine() {
        this(null, null);
    }

    @Inject
    VonageEngine(Gateway gateway, TextParts parts) {
        this.gateway = gateway;
        this.parts = parts;
    }

    @Override
    public String name() {
        return "vonage";
    }

    @Override
    public Backend configure(String name, Settings settings) {
        return new VonageBackend(name, VonageConfig.from(name, settings), gateway, parts);
    }
}
