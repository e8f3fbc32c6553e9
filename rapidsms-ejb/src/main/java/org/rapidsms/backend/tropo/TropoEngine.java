package org.rapidsms.backend.tropo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.rapidsms.backend.Backend;
import org.rapidsms.backend.BackendEngine;
import org.rapidsms.backend.Gateway;
import org.rapidsms.settings.Settings;

/** Reaches phones through Tropo, which has ended, or through whoever took up its API. */
@ApplicationScoped
public class TropoEngine implements BackendEngine {

    private final Gateway gateway;

    /** For CDI only. */
    protected TropoEngine() {
        this(null);
    }

    @Inject
    TropoEngine(Gateway gateway) {
        this.gateway = gateway;
    }

    @Override
    public String name() {
        return "tropo";
    }

    @Override
    public Backend configure(String name, Settings settings) {
        return new TropoBackend(TropoConfig.from(settings), gateway);
    }
}
