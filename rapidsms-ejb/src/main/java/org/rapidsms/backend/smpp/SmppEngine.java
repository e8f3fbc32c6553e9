package org.rapidsms.backend.smpp;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.rapidsms.backend.Backend;
import org.rapidsms.backend.BackendEngine;
import org.rapidsms.backend.Gateway;
import org.rapidsms.backend.TextParts;
import org.rapidsms.settings.Settings;

/** Reaches phones through an SMS centre that speaks SMPP 3.4. */
@ApplicationScoped
public class SmppEngine implements BackendEngine {

    private final Gateway gateway;
    private final TextParts parts;

    /** For CDI only. */
    protected SmppEngine() {
        this(null, null);
    }

    @Inject
    SmppEngine(Gateway gateway, TextParts parts) {
        this.gateway = gateway;
        this.parts = parts;
    }

    @Override
    public String name() {
        return "smpp";
    }

    @Override
    public Backend configure(String name, Settings settings) {
        return new SmppBackend(name, SmppConfig.from(settings), gateway, parts);
    }
}
