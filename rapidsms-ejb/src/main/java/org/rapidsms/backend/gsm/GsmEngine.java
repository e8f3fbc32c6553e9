package org.rapidsms.backend.gsm;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.rapidsms.backend.Backend;
import org.rapidsms.backend.BackendEngine;
import org.rapidsms.backend.Gateway;
import org.rapidsms.settings.Settings;

/** Reaches phones through a modem that speaks 3GPP TS 27.005, as all of them do. */
@ApplicationScoped
public class GsmEngine implements BackendEngine {

    private final Gateway gateway;

    /** For CDI only. */
    protected GsmEngine() {
        this(null);
    }

    @Inject
    GsmEngine(Gateway gateway) {
        this.gateway = gateway;
    }

    @Override
    public String name() {
        return "gsm";
    }

    @Override
    public Backend configure(String name, Settings settings) {
        return configure(name, settings, Patience.USUAL);
    }

    Backend configure(String name, Settings settings, Patience patience) {
        return new GsmBackend(name, GsmConfig.from(settings), gateway, patience);
    }
}
