package org.rapidsms.backend.infobip;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.rapidsms.backend.Backend;
import org.rapidsms.backend.BackendEngine;
import org.rapidsms.backend.Gateway;
import org.rapidsms.settings.Settings;

/** Reaches phones through <a href="https://www.infobip.com/">Infobip</a>. */
@ApplicationScoped
public class InfobipEngine implements BackendEngine {

    private final Gateway gateway;

    /** For CDI only. */
    protected InfobipEngine() {
        this(null);
    }

    @Inject
    InfobipEngine(Gateway gateway) {
        this.gateway = gateway;
    }

    @Override
    public String name() {
        return "infobip";
    }

    @Override
    public Backend configure(String name, Settings settings) {
        return new InfobipBackend(InfobipConfig.from(name, settings), gateway);
    }
}
