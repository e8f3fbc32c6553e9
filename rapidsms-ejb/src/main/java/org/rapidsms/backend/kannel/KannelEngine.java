package org.rapidsms.backend.kannel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.rapidsms.backend.Backend;
import org.rapidsms.backend.BackendEngine;
import org.rapidsms.backend.Gateway;
import org.rapidsms.settings.Settings;

/** Reaches phones through <a href="https://www.kannel.org/">Kannel</a>. */
@ApplicationScoped
public class KannelEngine implements BackendEngine {

    private final Gateway gateway;

    /** For CDI only. */
    protected KannelEngine() {
        this(null);
    }

    @Inject
    KannelEngine(Gateway gateway) {
        this.gateway = gateway;
    }

    @Override
    public String name() {
        return "kannel";
    }

    @Override
    public Backend configure(String name, Settings settings) {
        return new KannelBackend(name, KannelConfig.from(settings), gateway);
    }
}
