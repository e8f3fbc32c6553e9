package org.rapidsms.backend.africastalking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.rapidsms.backend.Backend;
import org.rapidsms.backend.BackendEngine;
import org.rapidsms.backend.Gateway;
import org.rapidsms.settings.Settings;

/** Reaches phones through <a href="https://africastalking.com/">Africa's Talking</a>. */
@ApplicationScoped
public class AfricasTalkingEngine implements BackendEngine {

    private final Gateway gateway;

    /** For CDI only. */
    protected AfricasTalkingEngine() {
        this(null);
    }

    @Inject
    AfricasTalkingEngine(Gateway gateway) {
        this.gateway = gateway;
    }

    @Override
    public String name() {
        return "africastalking";
    }

    @Override
    public Backend configure(String name, Settings settings) {
        return new AfricasTalkingBackend(AfricasTalkingConfig.from(settings), gateway);
    }
}
