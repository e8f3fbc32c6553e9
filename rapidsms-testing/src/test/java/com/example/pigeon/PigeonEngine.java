package com.example.pigeon;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.rapidsms.backend.Backend;
import org.rapidsms.backend.BackendEngine;
import org.rapidsms.backend.Gateway;
import org.rapidsms.settings.Secret;
import org.rapidsms.settings.Settings;

/** Reaches phones through Pigeon, a gateway that speaks JSON. */
@ApplicationScoped
public class PigeonEngine implements BackendEngine {

    @Inject Gateway gateway;

    @Override
    public String name() {
        return "pigeon";
    }

    @Override
    public Backend configure(String name, Settings settings) {
        var token = new Secret(settings.text("token"));
        return new PigeonBackend(settings.address("url"), token, gateway);
    }
}
