package org.rapidsms.backend.twilio;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.rapidsms.backend.Backend;
import org.rapidsms.backend.BackendEngine;
import org.rapidsms.backend.Gateway;
import org.rapidsms.settings.Settings;

/** Reaches phones through <a href="https://www.twilio.com/">Twilio</a>. */
@ApplicationScoped
public class TwilioEngine implements BackendEngine {

    private final Gateway gateway;

    /** For CDI only. */
    protected TwilioEngine() {
        this(null);
    }

    @Inject
    TwilioEngine(Gateway gateway) {
        this.gateway = gateway;
    }

    @Override
    public String name() {
        return "twilio";
    }

    @Override
    public Backend configure(String name, Settings settings) {
        return new TwilioBackend(TwilioConfig.from(name, settings), gateway);
    }
}
