package org.rapidsms.backend.clickatell;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.rapidsms.backend.Backend;
import org.rapidsms.backend.BackendEngine;
import org.rapidsms.backend.Gateway;
import org.rapidsms.settings.Settings;

/** Reaches phones through <a href="https://www.clickatell.com/">Clickatell</a>. */
@ApplicationScoped
public class ClickatellEngine implements BackendEngine {

    private final Gateway gateway;

    /** For CDI only. */
    protected ClickatellEngine() {
        this(null);
    }

    @Inject
    ClickatellEngine(Gateway gateway) {
        this.gateway = gateway;
    }

    @Override
    public String name() {
        return "clickatell";
    }

    @Override
    public Backend configure(String name, Settings settings) {
        return new ClickatellBackend(ClickatellConfig.from(settings), gateway);
    }
}
