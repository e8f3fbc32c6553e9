package org.rapidsms.backend.envayasms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.rapidsms.backend.Backend;
import org.rapidsms.backend.BackendEngine;
import org.rapidsms.backend.PhoneTexts;
import org.rapidsms.settings.Settings;

/** Reaches phones through an Android phone with the app EnvayaSMS. */
@ApplicationScoped
public class EnvayaSmsEngine implements BackendEngine {

    private final PhoneTexts texts;

    /** For CDI only. */
    protected EnvayaSmsEngine() {
        this(null);
    }

    @Inject
    EnvayaSmsEngine(PhoneTexts texts) {
        this.texts = texts;
    }

    @Override
    public String name() {
        return "envayasms";
    }

    @Override
    public Backend configure(String name, Settings settings) {
        return new EnvayaSmsBackend(name, EnvayaSmsConfig.from(settings), texts);
    }
}
