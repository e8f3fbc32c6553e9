package org.rapidsms.backend.vumi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.rapidsms.backend.Backend;
import org.rapidsms.backend.BackendEngine;
import org.rapidsms.backend.Gateway;
import org.rapidsms.settings.Settings;

/** Reaches phones through Vumi's {@code RapidSMSRelay}. */
@ApplicationScoped
public class VumiEngine implements BackendEngine {

    private final Gateway gateway;

    /** For CDI only. */
    protected VumiEngine() {
        this(null);
    }

    @Inject
    VumiEngine(Gateway gateway) {
        this.gateway = gateway;
    }

    @Override
    public String name() {
        return "vumi";
    }

    @Override
    public Backend configure(String name, Settings settings) {
        return new VumiBackend(VumiConfig.from(settings), gateway);
    }
}
