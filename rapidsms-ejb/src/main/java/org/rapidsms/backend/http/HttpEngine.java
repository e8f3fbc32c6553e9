package org.rapidsms.backend.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.rapidsms.backend.Backend;
import org.rapidsms.backend.BackendEngine;
import org.rapidsms.backend.Gateway;
import org.rapidsms.settings.Settings;

/** Reaches phones through gateways that take and make plain HTTP calls. */
@ApplicationScoped
public class HttpEngine implements BackendEngine {

    private final Gateway gateway;

    /** For CDI only. */
    protected HttpEngine() {
        this(null);
    }

    @Inject
    HttpEngine(Gateway gateway) {
        this.gateway = gateway;
    }

    @Override
    public String name() {
        return "http";
    }

    @Override
    public Backend configure(String name, Settings settings) {
        return new HttpBackend(HttpConfig.from(settings), gateway);
    }
}
