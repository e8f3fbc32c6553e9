package org.rapidsms.backend.telerivet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.rapidsms.backend.Backend;
import org.rapidsms.backend.BackendEngine;
import org.rapidsms.backend.Gateway;
import org.rapidsms.settings.Settings;

/** Reaches phones through <a href="https://telerivet.com/">Telerivet</a>. */
@ApplicationScoped
public class TelerivetEngine implements BackendEngine {

    private final Gateway gateway;

    /** For CDI only. */
    protected TelerivetEngine() {
        this(null);
    }

    @Inject
    TelerivetEngine(Gateway gateway) {
        this.gateway = gateway;
    }

    @Override
    public String name() {
        return "telerivet";
    }

    @Override
    public Backend configure(String name, Settings settings) {
        return new TelerivetBackend(TelerivetConfig.from(name, settings), gateway);
    }
}
