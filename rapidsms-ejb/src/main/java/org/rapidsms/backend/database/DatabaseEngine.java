package org.rapidsms.backend.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.rapidsms.backend.Backend;
import org.rapidsms.backend.BackendEngine;
import org.rapidsms.settings.Settings;

/** Sends nothing anywhere: writes it down instead. Has no settings of its own. */
@ApplicationScoped
public class DatabaseEngine implements BackendEngine {

    @Inject BackendMessages messages;

    @Override
    public String name() {
        return "database";
    }

    @Override
    public Backend configure(String name, Settings settings) {
        return new DatabaseBackend(name, messages);
    }
}
